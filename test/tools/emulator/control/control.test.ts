import { get } from 'node:http';
import { startTestEmulator, TEMPLATE, type Json, type TestEmulator } from '../start-test-emulator';

let emulator: TestEmulator;
beforeEach(async () => {
  emulator = await startTestEmulator();
});
afterEach(() => emulator.close());

const call = (name: string, data: object) => emulator.client('callFunction', { name, data });
const consent = () => emulator.client('subscribe', { answers: { [TEMPLATE.templateId]: 'accept' } });
const send = () => {
  const data = { thing1: { value: '转接' }, date2: { value: '2026年7月16日' } };
  const args = { touser: 'oPerson', templateId: TEMPLATE.templateId, data };
  return call('notify', { api: 'subscribeMessage.send', args });
};

/** Everything that came over the event stream until `count` events were there. */
function listen(count: number): Promise<{ type: string; data: Json }[]> {
  return new Promise((resolve, reject) => {
    const request = get(`${emulator.url}/control/events`, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        const found = [...text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)];
        if (found.length < count) return;
        request.destroy();
        resolve(found.map(([, type = '', data = '{}']) => ({ type, data: JSON.parse(data) as Json })));
      });
    });
    request.once('error', reject);
  });
}

it('tells over the event stream what happens', async () => {
  const heard = listen(3);
  await consent();
  await emulator.post('/control/clock', { advanceMs: 1000 });
  await send();
  await call('act', { act: 'throw' });
  expect(await heard).toEqual([
    { type: 'clock', data: { now: expect.any(Number), offset: 1000 } },
    { type: 'message', data: expect.objectContaining({ openid: 'oPerson', title: '截止提醒' }) },
    {
      type: 'functionError',
      data: { function: 'act', code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('broken') },
    },
  ]);
});

it('counts requests, documents and function calls', async () => {
  await call('caller', { act: 'store', id: 'counted' });
  const counted = await emulator.get('/control/calls');
  expect(counted).toMatchObject({
    requests: { 'client.callFunction': 1, 'database.insertDocument': 1, 'database.startTransaction': 1 },
    functions: { caller: 1 },
  });
  expect(counted.documentsRead).toBeGreaterThanOrEqual(2);
  expect(counted.bytesIn).toBeGreaterThan(100);
  expect(counted.bytesOut).toBeGreaterThan(100);
  await emulator.post('/control/calls', {}, {}, 'DELETE');
  expect(await emulator.get('/control/calls')).toMatchObject({ requests: {}, functions: {}, bytesIn: 0 });
});

it('lists the templates with their labels', async () => {
  expect(await emulator.get('/control/templates')).toEqual({ templates: [TEMPLATE] });
});

it('empties everything on reset and returns to real time', async () => {
  await call('caller', { act: 'store', id: 'gone' });
  await call('act', { act: 'count' });
  await consent();
  await consent();
  await send();
  await emulator.post('/control/clock', { advanceMs: 1_000_000 });
  expect(await emulator.post('/control/reset')).toEqual({});
  expect(await emulator.get('/control/clock')).toMatchObject({ offset: 0 });
  expect(await emulator.get('/control/messages')).toEqual({ messages: [] });
  expect((await send()).result).toMatchObject({ errCode: 43101 });
  expect((await call('caller', { act: 'store', id: 'gone' })).result).toMatchObject({ amount: 2 });
  // Nothing survives in a function's memory either.
  expect((await call('act', { act: 'count' })).result).toBe(1);
});
