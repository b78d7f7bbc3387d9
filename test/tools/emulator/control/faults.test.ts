import { startTestEmulator, TEMPLATE, type Json, type TestEmulator } from '../start-test-emulator';

let emulator: TestEmulator;
beforeAll(async () => {
  emulator = await startTestEmulator();
  await emulator.client('callFunction', { name: 'caller', data: { act: 'store', id: 'note' } });
  await emulator.client('subscribe', { answers: { [TEMPLATE.templateId]: 'accept' } });
});
afterAll(() => emulator.close());
afterEach(() => emulator.post('/control/faults', {}, {}, 'DELETE'));

const fault = (body: object) => emulator.post('/control/faults', body);
const call = async (name: string, data: object) =>
  (await emulator.client('callFunction', { name, data })).result as Json;
const read = () => call('caller', { act: 'nodeSdk', id: 'note' });
const send = () =>
  call('notify', {
    api: 'subscribeMessage.send',
    args: {
      touser: 'oPerson',
      templateId: TEMPLATE.templateId,
      page: '',
      data: { thing1: { value: '转接' }, date2: { value: '2026年7月16日' } },
    },
  });

describe('a fault of the database', () => {
  it('with a code is thrown by the SDK as many times as asked, then all is well', async () => {
    const action = 'database.getDocument';
    await fault({ action, kind: 'code', code: 'DATABASE_REQUEST_FAILED', message: 'try later', times: 2 });
    expect(await read()).toMatchObject({ error: { errMsg: expect.stringContaining('try later') } });
    expect(await read()).toMatchObject({ error: { code: 'DATABASE_REQUEST_FAILED' } });
    expect(await read()).toMatchObject({ amount: 2 });
  });

  it.each([
    // Like a real gateway's page: no JSON for the SDK.
    ['http', { status: 503 }, /not valid JSON/],
    ['reset', {}, /ECONNRESET|socket hang up/],
  ])('of kind %s fails the request and nothing else', async (kind, more, message) => {
    await fault({ action: 'database.getDocument', kind, times: 1, ...more });
    expect(await read()).toMatchObject({ error: { errMsg: expect.stringMatching(message) } });
    expect(await read()).toMatchObject({ amount: 2 });
  });

  it('of kind hang leaves the function to its timeout', async () => {
    await fault({
      action: 'functions.invokeFunction',
      kind: 'hang',
      times: 1,
      match: { function_name: 'who' },
    });
    const reply = emulator.client('callFunction', { name: 'caller', data: { act: 'nested' } });
    const other = await emulator.client('callFunction', { name: 'who', data: {} });
    expect(other).toMatchObject({ result: { before: 'oPerson' } });
    // The caller's own limit of ten seconds is not waited for: the emulator closes over it.
    void reply.catch(() => undefined);
  });

  it('of kind delay only delays', async () => {
    await fault({ action: 'database.getDocument', kind: 'delay', delayMs: 150, times: 1 });
    const begin = performance.now();
    expect(await read()).toMatchObject({ amount: 2 });
    expect(performance.now() - begin).toBeGreaterThan(145);
  });

  it('meets only the requests it names', async () => {
    await fault({
      action: 'database.getDocument',
      kind: 'code',
      code: 'SYS_ERR',
      match: { collectionName: 'others' },
    });
    expect(await read()).toMatchObject({ amount: 2 });
    await fault({ action: 'database.getDocument', kind: 'code', code: 'SYS_ERR', match: '"notes"' });
    expect(await read()).toMatchObject({ error: { code: 'SYS_ERR' } });
  });
});

describe('a fault of sending', () => {
  it('may carry WeChat’s own errcode, and spends no consent', async () => {
    await fault({
      action: 'wx.openApi:subscribeMessage.send',
      kind: 'code',
      code: -1,
      message: 'system busy',
      times: 1,
    });
    expect(await send()).toMatchObject({ errCode: -1, errMsg: expect.stringContaining('system busy') });
  });

  it('with the platform’s 502 is a system error', async () => {
    await fault({ action: 'wx.openApi:subscribeMessage.send', kind: 'http', status: 502, times: 1 });
    expect(await send()).toMatchObject({ errCode: -501001 });
  });

  it('after the deed loses only the answer: the message is there', async () => {
    await fault({ action: 'wx.openApi:subscribeMessage.send', kind: 'reset', when: 'after', times: 1 });
    expect(await send()).toMatchObject({ errCode: -501001 });
    expect((await emulator.get('/control/messages')).messages).toHaveLength(1);
    expect(await send()).toMatchObject({ errCode: 43101 });
  });
});

describe('a fault of the phone’s call', () => {
  it('has the shape of wx.cloud’s errors', async () => {
    await fault({
      action: 'client.callFunction',
      kind: 'code',
      code: -601002,
      message: 'no network',
      match: { name: 'who' },
    });
    expect(await emulator.client('callFunction', { name: 'who' })).toEqual({
      errCode: -601002,
      errMsg: expect.stringContaining('no network'),
    });
    expect(await emulator.client('callFunction', { name: 'act', data: { act: 'echo' } })).toHaveProperty(
      'result',
    );
  });
});

it('can be taken back by its id', async () => {
  const { id } = await fault({ action: 'client.callFunction', kind: 'code', code: 'SYS_ERR' });
  await emulator.post(`/control/faults?id=${String(id)}`, {}, {}, 'DELETE');
  expect(await emulator.client('callFunction', { name: 'who' })).toHaveProperty('result');
});

it.each([
  [{}],
  [{ action: 'database.getDocument', kind: 'explode' }],
  [{ action: 'database.getDocument', kind: 'code' }],
  [{ action: 'database.getDocument', kind: 'delay' }],
  [{ action: 'database.getDocument', kind: 'reset', times: 0 }],
])('refuses %j', async (body) => {
  expect(await fault(body)).toMatchObject({ code: 'INVALID_PARAM' });
});
