/** The unmodified server SDKs against the emulator, inside a function and outside. */
import tcb from '@cloudbase/node-sdk';
import { startTestEmulator, type Json, type TestEmulator } from './start-test-emulator';

let emulator: TestEmulator;
beforeAll(async () => {
  emulator = await startTestEmulator();
});
afterAll(() => emulator.close());

const call = async (data: object) =>
  (await emulator.client('callFunction', { name: 'caller', data })).result as Json;

it('wx-server-sdk stores, changes in a transaction and reads, with the emulator’s time', async () => {
  await emulator.post('/control/clock', { advanceMs: 86_400_000 });
  const { now } = await emulator.get('/control/clock');
  const stored = await call({ act: 'store', id: 'one' });
  expect(stored.amount).toBe(2);
  expect(Math.abs((stored.at as number) - (now as number))).toBeLessThan(5000);
});

it('@cloudbase/node-sdk inside a function reads the same document', async () => {
  expect(await call({ act: 'nodeSdk', id: 'one' })).toEqual({ amount: 2, inner: null });
});

it('a nested call carries no identity', async () => {
  const { me, inner } = await call({ act: 'nested' });
  expect(me).toBe('oPerson');
  expect(inner).toEqual({ event: { from: 'caller' }, keys: ['ENV', 'SOURCE'] });
});

it('files go up and down', async () => {
  expect(await call({ act: 'files', path: '目录/a b+1.txt' })).toMatchObject({ text: '内容' });
});

it('a function requires its own files from its root', async () => {
  expect(await call({ act: 'root', name: 'lib/answer' })).toBe(42);
});

it('files are copied', async () => {
  expect(await call({ act: 'copy', from: 'one/a.txt', to: 'two/a.txt' })).toEqual(['SUCCESS']);
});

it('each environment id has documents and files of its own', async () => {
  const first = await call({ act: 'otherEnv', env: 'second-env', id: 'there' });
  expect(first).toMatchObject({
    before: 0,
    text: 'there',
    fileID: expect.stringMatching(/^cloud:\/\/second-env/),
  });
  expect(await call({ act: 'otherEnv', env: 'second-env', id: 'again' })).toMatchObject({ before: 1 });
  expect(await call({ act: 'otherEnv', env: 'third-env', id: 'there' })).toMatchObject({ before: 0 });
  const request = { action: 'database.getDocument', collectionName: 'notes', query: '{"_id":"there"}' };
  expect((await emulator.admin(request)).data).toMatchObject({ list: [] });
  await emulator.post('/control/reset');
  expect(await call({ act: 'otherEnv', env: 'second-env', id: 'there' })).toMatchObject({ before: 0 });
});

it.each(['../up', 'a/b', 'x'.repeat(61), 7])('%s is no environment id', async (envName) => {
  expect(await emulator.admin({ action: 'database.getDocument', envName })).toMatchObject({
    code: 'INVALID_ENV',
  });
});

it.each([
  ['throws', 'act', { act: 'throw' }, 'FUNCTIONS_EXECUTE_FAIL'],
  ['is missing', 'nobody', {}, 'FUNCTION_NOT_FOUND'],
])('a called function that %s is thrown with its code', async (_name, name, data, code) => {
  expect(await call({ act: 'call', name, data })).toMatchObject({ error: { errCode: -1, code } });
});

describe('@cloudbase/node-sdk outside of functions', () => {
  const open = () =>
    tcb.init({ env: 'local-env', secretId: 'x', secretKey: 'y', serviceUrl: emulator.adminUrl } as Parameters<
      typeof tcb.init
    >[0]);

  it('reads, counts and calls', async () => {
    process.env.TENCENTCLOUD = 'true';
    const app = open();
    const db = app.database();
    await db.collection('notes').add({ _id: 'outside', amount: 5 });
    const { total } = await db.collection('notes').where({ amount: 5 }).count();
    expect(total).toBe(1);
    const { result } = await app.callFunction({ name: 'act', data: { act: 'echo', amount: 5 } });
    expect(result).toEqual({ act: 'echo', amount: 5 });
  });
});
