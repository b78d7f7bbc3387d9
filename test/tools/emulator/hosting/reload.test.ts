import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchFunctions } from '../../../../tools/emulator/hosting/watch';
import { openTestHost, type TestHost } from './open-test-host';

let dir: string;
let test_: TestHost;

function build(name: string, version: number, config?: object): void {
  mkdirSync(join(dir, name), { recursive: true });
  const code = `exports.main = (event) => new Promise((done) => setTimeout(done, event.ms || 0, ${version}));`;
  writeFileSync(join(dir, name, 'index.js'), code);
  if (config) writeFileSync(join(dir, name, 'config.json'), JSON.stringify(config));
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'functions-'));
  build('one', 1);
  test_ = openTestHost(dir);
});
afterEach(async () => {
  await test_.host.close();
  rmSync(dir, { recursive: true });
});

it('runs the new build while a call of the old one finishes', async () => {
  await test_.call('one', {});
  const running = test_.call('one', { ms: 300 });
  build('one', 2);
  await test_.host.reload('one');
  await expect(test_.call('one', {})).resolves.toBe(2);
  await expect(running).resolves.toBe(1);
});

it('serves a function that appears and forgets one that disappears', async () => {
  build('two', 7);
  await test_.host.reload('two');
  await expect(test_.call('two', {})).resolves.toBe(7);
  rmSync(join(dir, 'two'), { recursive: true });
  await test_.host.reload('two');
  await expect(test_.call('two', {})).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
});

it('keeps the old build running when the new config.json is refused', async () => {
  await test_.call('one', {});
  build('one', 2, { timeout: 61 });
  await test_.host.reload('one');
  await expect(test_.call('one', {})).resolves.toBe(1);
  expect(test_.lines.join()).toMatch(/"one": config.json is refused: timeout/);
});

it('notices a rebuilt file, and the whole folder made anew', async () => {
  const heard: string[][] = [];
  const end = watchFunctions(dir, (names) => heard.push(names));
  const hears = async (count: number) => {
    for (let tries = 0; tries < 60 && heard.length < count; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  build('one', 30);
  await hears(1);
  rmSync(dir, { recursive: true });
  build('one', 4);
  build('two', 5);
  await hears(2);
  end();
  expect(heard).toEqual([['one'], ['one', 'two']]);
});
