import { openTestHost, type TestHost } from './open-test-host';

let test_: TestHost;
beforeAll(() => {
  test_ = openTestHost();
});
afterAll(() => test_.host.close());

const act = (event: object) => test_.call('act', event);

describe('identity', () => {
  it('stays with its call through 200 concurrent calls of four instances', async () => {
    const people = Array.from({ length: 200 }, (_, index) => `o${index}`);
    const answers = await Promise.all(
      people.map((openid, index) => test_.call('who', { ms: index % 7 }, openid)),
    );
    expect(answers).toEqual(
      people.map((openid) => expect.objectContaining({ before: openid, after: openid, appId: 'wxapp' })),
    );
  });

  it('is absent when the call carries none, also after calls that had one', async () => {
    await Promise.all(Array.from({ length: 8 }, () => test_.call('who', {}, 'oSomebody')));
    const answers = await Promise.all(Array.from({ length: 8 }, () => test_.call('who', {})));
    for (const answer of answers)
      expect(answer).toEqual({ event: {}, keys: expect.not.arrayContaining(['OPENID']) });
  });
});

describe('a function that fails', () => {
  const failures: [string, object, string, RegExp][] = [
    ['throws', { act: 'throw' }, 'FUNCTIONS_EXECUTE_FAIL', /TypeError: broken on purpose/],
    ['returns a circle', { act: 'circle' }, 'FUNCTIONS_EXECUTE_FAIL', /circular/],
    ['ends its process', { act: 'exit' }, 'FUNCTIONS_EXECUTE_FAIL', /exited with code 3/],
    ['never answers', { act: 'hang' }, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', /timed out after 1 seconds/],
    ['loops for ever', { act: 'loop' }, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', /timed out after 1 seconds/],
  ];
  it.each(failures)('that %s is reported and the next call works', async (_name, event, code, message) => {
    await expect(act(event)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    await expect(act({ act: 'echo', again: true })).resolves.toEqual({ act: 'echo', again: true });
  });

  // Six megabytes take a busy machine longer than the second the others have.
  it('that returns too much is reported and the next call works', async () => {
    const event = { act: 'big', bytes: 6 * 1024 * 1024 };
    await expect(test_.call('glutton', event)).rejects.toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringMatching(/6MB/),
    });
    await expect(test_.call('glutton', { act: 'echo' })).resolves.toEqual({ act: 'echo' });
  });

  const feasts = ['outgrow', 'outgrowAtOnce', ...(process.platform === 'linux' ? ['outgrowBuffers'] : [])];
  it.each(feasts)('by memory (%s) is reported and the next call works', async (act_) => {
    await expect(test_.call('glutton', { act: act_ })).rejects.toMatchObject({
      code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
      message: expect.stringMatching(/64 MB/),
    });
    await expect(test_.call('glutton', { act: 'echo' })).resolves.toEqual({ act: 'echo' });
  });

  it('after its answer loses only its instance', async () => {
    await expect(act({ act: 'throwLater' })).resolves.toBe('answered');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(act({ act: 'echo' })).resolves.toEqual({ act: 'echo' });
  });

  it('does not touch a call that runs at the same time', async () => {
    const other = act({ act: 'wait', ms: 400 });
    await expect(act({ act: 'exit' })).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
    await expect(other).resolves.toBe('waited');
  });

  it('is told to whoever watches', async () => {
    await act({ act: 'throw' }).catch(() => undefined);
    expect(test_.events).toContainEqual({
      type: 'functionError',
      data: { function: 'act', code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('broken') },
    });
  });
});

describe('a call', () => {
  it('to a function that does not exist says so', async () => {
    await expect(test_.call('constructor', {})).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
  });

  it('with an event above 6 MB is refused before it runs', async () => {
    const event = { act: 'echo', text: 'x'.repeat(6 * 1024 * 1024) };
    await expect(act(event)).rejects.toMatchObject({ code: 'EXCEED_REQUEST_SIZE_LIMIT' });
  });

  it('waits when all instances are busy', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => act({ act: 'wait', ms: 60 })));
    expect(answers).toEqual(Array.from({ length: 12 }, () => 'waited'));
  });

  it('gives null for a function without a result', async () => {
    await expect(act({ act: 'nothing' })).resolves.toBeNull();
  });
});

describe('the surroundings of a function', () => {
  it('are the platform’s variables and the declared ones, without the emulator’s own', async () => {
    process.env.EMULATOR_PRIVATE = 'not for functions';
    const env = await test_.call('act', { act: 'env' }, 'oPerson');
    expect(env).toMatchObject({
      WX_OPENID: 'oPerson',
      TENCENTCLOUD: 'true',
      TZ: 'UTC',
      FIELD_KEY: 'secret',
      TCB_CONTEXT_CNFG: '{"URL":"http://127.0.0.1:9/admin"}',
    });
    expect(env).not.toHaveProperty('EMULATOR_PRIVATE');
  });

  it('hold the limits from config.json in the context', async () => {
    expect(await act({ act: 'context' })).toMatchObject({
      function_name: 'act',
      memory_limit_in_mb: 64,
      time_limit_in_ms: 1000,
      left: expect.any(Number),
    });
  });

  it('forward what it prints, line by line with its name', async () => {
    await act({ act: 'print' });
    const lines = ['[act] one', '[act] two', '[act] three'];
    while (!lines.every((line) => test_.lines.includes(line)))
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(test_.lines).toEqual(expect.arrayContaining(lines));
  });
});

describe('a host that is closed', () => {
  it('starts no instance for a call that comes later, such as a push of WeChat: nobody would end it', async () => {
    const closed = openTestHost();
    await closed.call('act', { act: 'echo' });
    await closed.host.close();
    await expect(closed.call('act', { act: 'echo' })).rejects.toMatchObject({
      code: 'FUNCTIONS_REQUEST_FAIL',
      message: 'the emulator is closing',
    });
  });
});
