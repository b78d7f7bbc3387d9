import { request } from 'node:http';
import { startTestEmulator, type Json, type TestEmulator } from '../start-test-emulator';

let emulator: TestEmulator;
beforeAll(async () => {
  emulator = await startTestEmulator();
});
afterAll(() => emulator.close());

const MB = 1024 * 1024;
const insert = (id: string) => ({
  action: 'database.insertDocument',
  collectionName: 'notes',
  data: [JSON.stringify({ _id: id })],
});
const total = async () => {
  const reply = await emulator.admin({
    action: 'database.calculateDocument',
    collectionName: 'notes',
    query: '{}',
    queryType: 'WHERE',
  });
  return (reply.data as Json).total;
};

it('answers an action with its data and a request id', async () => {
  const reply = await emulator.admin(insert('first'));
  expect(reply).toMatchObject({
    requestId: expect.any(String),
    data: { insertedIds: ['first'] },
  });
});

const wrong: [string, unknown, string][] = [
  ['an unknown action', { action: 'database.dropEverything' }, 'INVALID_ACTION'],
  ['the name of an object’s own member', { action: 'constructor' }, 'INVALID_ACTION'],
  ['no action', {}, 'INVALID_ACTION'],
  ['a list', [insert('x')], 'INVALID_PARAM'],
  ['a text that is not JSON', '{"action": ', 'INVALID_PARAM'],
  ['an empty body', '', 'INVALID_PARAM'],
  ['malformed EJSON', { ...insert('x'), data: ['{"_id": '] }, 'INVALID_PARAM'],
  ['a function without a name', { action: 'functions.invokeFunction' }, 'INVALID_PARAM'],
  [
    'an event that is not JSON',
    { action: 'functions.invokeFunction', function_name: 'act', request_data: '{' },
    'INVALID_PARAM',
  ],
  [
    'an event above 6 MB',
    {
      action: 'functions.invokeFunction',
      function_name: 'act',
      request_data: JSON.stringify({ act: 'echo', x: 'x'.repeat(6 * MB) }),
    },
    'EXCEED_REQUEST_SIZE_LIMIT',
  ],
  ['a body above 32 MB', { ...insert('x'), more: 'x'.repeat(32 * MB) }, 'EXCEED_REQUEST_SIZE_LIMIT'],
  [
    'a function that does not exist',
    { action: 'functions.invokeFunction', function_name: 'nobody' },
    'FUNCTION_NOT_FOUND',
  ],
];
it.each(wrong)('refuses %s and changes nothing', async (_name, body, code) => {
  const before = await total();
  expect(await emulator.admin(body)).toEqual({
    code,
    message: expect.any(String),
    requestId: expect.any(String),
  });
  expect(await total()).toBe(before);
});

it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('refuses the method %s', async (method) => {
  const response = await fetch(emulator.adminUrl, { method });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM' });
});

it.each([
  ['an open-API form without parts', '--b--\r\n', 'INVALID_ACTION'],
  [
    'a form that breaks off',
    '--b\r\nContent-Disposition: form-data; name="action"\r\n\r\nwx.op',
    'INVALID_PARAM',
  ],
  [
    'protobuf that is none',
    '--b\r\nContent-Disposition: form-data; name="action"\r\n\r\nwx.openApi\r\n' +
      '--b\r\nContent-Disposition: form-data; name="requestData"\r\n\r\n\x12\x7f\r\n--b--\r\n',
    'INVALID_PARAM',
  ],
])('refuses %s', async (_name, body, code) => {
  const reply = await emulator.post('/admin', body, { 'content-type': 'multipart/form-data; boundary=b' });
  expect(reply).toMatchObject({ code });
});

describe('what does not come from this machine', () => {
  /** `fetch` does not let the host be chosen. */
  const statusFor = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${emulator.url}/control/clock`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .once('error', reject)
        .end();
    });

  it.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://127.0.0.1.evil.example' }, 403],
    [{ host: 'evil.example' }, 403],
    [{ host: 'rebound.example:7700' }, 403],
    [{ origin: 'http://localhost:5000' }, 200],
    [{ host: 'localhost' }, 200],
    [{}, 200],
  ])('%j is answered with %i', async (headers: Record<string, string>, status) => {
    expect(await statusFor(headers)).toBe(status);
  });

  it('gets no permission to read answers across origins', async () => {
    const response = await fetch(`${emulator.url}/control/clock`, {
      headers: { origin: 'http://localhost:1' },
    });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

it('says of an address that it does not exist, and of a method that it is not allowed', async () => {
  expect(await emulator.get('/elsewhere')).toMatchObject({ code: 'NOT_FOUND' });
  expect(await emulator.get('/client/callFunction')).toMatchObject({ code: 'METHOD_NOT_ALLOWED' });
});

it('refuses an upload without a signature', async () => {
  const response = await fetch(`${emulator.url}/cos/a.txt`, { method: 'PUT', body: 'x' });
  expect(response.status).toBe(403);
  expect(await response.text()).toContain('<Code>STORAGE_EXCEED_AUTHORITY</Code>');
  expect((await fetch(`${emulator.url}/file/a.txt?sign=x&t=9999999999`)).status).toBe(403);
});
