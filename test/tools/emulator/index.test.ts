import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestEmulator } from './start-test-emulator';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'emulator-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('starts without a folder of functions and serves those that are built later, and their new builds', async () => {
  const functionsDir = join(dir, 'dist/functions');
  const emulator = await startTestEmulator({ functionsDir, watch: true });
  const build = (version: number) => {
    mkdirSync(join(functionsDir, 'late'), { recursive: true });
    writeFileSync(join(functionsDir, 'late/index.js'), `exports.main = () => ${version};`);
  };
  const becomes = async (expected: object) => {
    for (let tries = 0; tries < 60; tries += 1) {
      const reply = await emulator.client('callFunction', { name: 'late' });
      if (JSON.stringify(reply).includes(JSON.stringify(expected).slice(1, -1))) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  };
  expect(await emulator.client('callFunction', { name: 'late' })).toMatchObject({ errCode: -501000 });
  build(1);
  expect(await becomes({ result: 1 })).toBe(true);
  build(2);
  expect(await becomes({ result: 2 })).toBe(true);
  rmSync(join(functionsDir, 'late'), { recursive: true });
  expect(await becomes({ errCode: -501000 })).toBe(true);
  await emulator.close();
});

it('gives up everything it holds when its port is taken', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  const { port } = blocker.address() as { port: number };
  await expect(startTestEmulator({ port, dataDir: dir })).rejects.toThrow(/EADDRINUSE/);
  await new Promise((resolve) => blocker.close(resolve));
  // The data folder is free again.
  await (await startTestEmulator({ port, dataDir: dir })).close();
});

it('empties its data folder when asked to start fresh', async () => {
  const first = await startTestEmulator({ dataDir: dir });
  await first.client('callFunction', { name: 'caller', data: { act: 'store', id: 'old' } });
  await first.close();
  const count = async (fresh: boolean) => {
    const emulator = await startTestEmulator({ dataDir: dir, fresh });
    const query = {
      action: 'database.calculateDocument',
      collectionName: 'notes',
      query: '{}',
      queryType: 'WHERE',
    };
    const { data } = await emulator.admin(query);
    await emulator.close();
    return data;
  };
  expect(await count(false)).toEqual({ total: 1 });
  expect(await count(true)).toEqual({ total: 0 });
});

it('keeps serving after a deeply nested request', async () => {
  const emulator = await startTestEmulator();
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  const insert = { action: 'database.insertDocument', collectionName: 'notes', data: [`{"a":${deep}}`] };
  expect(await emulator.admin(insert)).toMatchObject({ code: expect.any(String) });
  expect(await emulator.get('/control/clock')).toHaveProperty('now');
  await emulator.close();
});
