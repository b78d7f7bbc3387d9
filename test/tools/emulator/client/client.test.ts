import { startTestEmulator, TEMPLATE, type Json, type TestEmulator } from '../start-test-emulator';

let emulator: TestEmulator;
beforeAll(async () => {
  emulator = await startTestEmulator();
});
afterAll(() => emulator.close());

const upload = async (cloudPath: string, body: string, openid = 'oPerson') => {
  const url = `${emulator.url}/client/uploadFile?cloudPath=${encodeURIComponent(cloudPath)}`;
  const response = await fetch(url, { method: 'POST', headers: { 'x-openid': openid }, body });
  return (await response.json()) as Json;
};

describe('callFunction', () => {
  it('gives the function the caller’s identity and the event the platform’s additions', async () => {
    const reply = await emulator.client('callFunction', { name: 'who', data: { a: 1 } }, 'oAnna');
    expect(reply).toMatchObject({
      result: {
        before: 'oAnna',
        event: { a: 1, userInfo: { openId: 'oAnna', appId: expect.any(String) }, tcbContext: {} },
      },
      requestID: expect.any(String),
    });
  });

  it('does not let the payload claim an identity', async () => {
    const data = { userInfo: { openId: 'oBoss' }, openid: 'oBoss' };
    expect(await emulator.client('callFunction', { name: 'who', data }, 'oAnna')).toMatchObject({
      result: { before: 'oAnna', event: { userInfo: { openId: 'oAnna' } } },
    });
  });

  it.each([
    ['throws', { name: 'act', data: { act: 'throw' } }, -504002, /broken on purpose/],
    ['hangs', { name: 'act', data: { act: 'hang' } }, -504003, /timed out/],
    ['does not exist', { name: 'nobody' }, -501000, /could not be found/],
    ['has no name', {}, -501007, /name/],
    ['is named by a number', { name: 1 }, -501007, /name/],
  ])('reports a function that %s', async (_name, body, errCode, errMsg) => {
    const reply = await emulator.client('callFunction', body);
    expect(reply).toEqual({ errCode, errMsg: expect.stringMatching(errMsg) });
    expect(reply.errMsg).toMatch(/^cloud\.callFunction:fail/);
  });

  it('refuses an event above 6 MB', async () => {
    const data = { act: 'echo', text: 'x'.repeat(6 * 1024 * 1024) };
    expect(await emulator.client('callFunction', { name: 'act', data })).toMatchObject({ errCode: -501007 });
  });

  it.each(['', '12345', 'o person', '../../x', 'o'.repeat(65)])('refuses the openid %j', async (openid) => {
    const headers = { 'x-openid': openid };
    expect(await emulator.post('/client/callFunction', { name: 'who' }, headers)).toMatchObject({
      errCode: -501007,
      errMsg: expect.stringContaining('x-openid'),
    });
  });
});

describe('files', () => {
  it('are uploaded, read through a signed address and deleted', async () => {
    const { fileID, statusCode } = await upload('截图/one two.txt', '内容');
    expect(statusCode).toBe(200);
    const { fileList } = await emulator.client('getTempFileURL', {
      fileList: [fileID, { fileID, maxAge: 60 }, 'cloud://other/none.txt'],
    });
    expect(fileList).toMatchObject([
      { fileID, status: 0, maxAge: 7200 },
      { fileID, status: 0, maxAge: 60 },
      { fileID: 'cloud://other/none.txt', status: -503003, tempFileURL: '' },
    ]);
    const [first] = fileList as { tempFileURL: string }[];
    const response = await fetch(first?.tempFileURL ?? '');
    expect(await response.text()).toBe('内容');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');

    const deleted = await emulator.client('deleteFile', { fileList: [fileID] });
    expect(deleted).toEqual({ fileList: [{ fileID, status: 0, errMsg: 'ok' }] });
    expect((await fetch(first?.tempFileURL ?? '')).status).toBe(404);
    expect(await emulator.client('deleteFile', { fileList: [fileID] })).toMatchObject({
      fileList: [{ status: -503003 }],
    });
  });

  it('no longer open when their address has expired on the emulator’s clock', async () => {
    const { fileID } = await upload('late.txt', 'x');
    const { fileList } = await emulator.client('getTempFileURL', { fileList: [{ fileID, maxAge: 60 }] });
    const [file] = fileList as { tempFileURL: string }[];
    await emulator.post('/control/clock', { advanceMs: 61_000 });
    expect((await fetch(file?.tempFileURL ?? '')).status).toBe(403);
  });

  it('belong to whoever uploaded them: nobody else reads, replaces or deletes them', async () => {
    const { fileID } = await upload('anna.txt', 'x', 'oAnna');
    const fileList = [fileID];
    const refused = { fileList: [{ fileID, status: -503002, errMsg: 'STORAGE_EXCEED_AUTHORITY' }] };
    expect(await emulator.client('getTempFileURL', { fileList }, 'oBen')).toMatchObject(refused);
    expect(await emulator.client('deleteFile', { fileList }, 'oBen')).toEqual(refused);
    expect(await upload('anna.txt', 'y', 'oBen')).toEqual({
      errCode: -503002,
      errMsg: expect.stringMatching(/^cloud\.uploadFile:fail.*STORAGE_EXCEED_AUTHORITY/),
    });
    expect(await emulator.client('getTempFileURL', { fileList }, 'oAnna')).toMatchObject({
      fileList: [{ status: 0 }],
    });
  });

  it('are refused without a path', async () => {
    expect(await upload('', 'x')).toMatchObject({ errCode: -501007 });
  });

  it.each([{}, { fileList: 'x' }, { fileList: [1] }])('need a list of ids, not %j', async (body) => {
    expect(await emulator.client('getTempFileURL', body)).toMatchObject({ errCode: -501007 });
    expect(await emulator.client('deleteFile', body)).toMatchObject({ errCode: -501007 });
  });
});

describe('subscribe', () => {
  const subscribe = (answers: unknown) => emulator.client('subscribe', { answers });

  it('takes the answers of a consent sheet', async () => {
    expect(await subscribe({ [TEMPLATE.templateId]: 'accept' })).toEqual({});
    expect(await subscribe({ [TEMPLATE.templateId]: 'ban' })).toEqual({});
  });

  it('refuses an unknown template, too many of them, and answers that are none', async () => {
    expect(await subscribe({ other: 'accept' })).toMatchObject({ errCode: 20001 });
    const six = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`t${index}`, 'accept']));
    expect(await subscribe(six)).toMatchObject({ errCode: 20003 });
    expect(await subscribe({ [TEMPLATE.templateId]: 'maybe' })).toMatchObject({ errCode: -501007 });
    expect(await subscribe('accept')).toMatchObject({ errCode: -501007 });
  });
});
