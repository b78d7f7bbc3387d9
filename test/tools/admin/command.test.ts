/** The real command in a process of its own: whatever goes wrong, it is a sentence that says what to do. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { startCloud, type Cloud } from '../../cloudfunctions/support/cloud';

const CLOSED = 'http://127.0.0.1:9/admin';
const ROOT = path.resolve(__dirname, '../../..');
const SOURCE = path.join(ROOT, 'tools/admin/main.ts');
/** As `npm run admin` starts it. */
const AS_WRITTEN = [path.join(ROOT, 'node_modules/tsx/dist/cli.mjs'), SOURCE];
/** Where its packages are found from. */
const CACHE = path.join(ROOT, 'node_modules/.cache');
let cloud: Cloud;
let dir = '';
/** The same command compiled once: as written each start compiles it anew. */
let compiled = '';
beforeAll(async () => {
  cloud = await startCloud();
  mkdirSync(CACHE, { recursive: true });
  dir = mkdtempSync(path.join(CACHE, 'command-'));
  compiled = path.join(dir, 'main.js');
  const options = { bundle: true, packages: 'external', platform: 'node', format: 'cjs' } as const;
  await build({ ...options, entryPoints: [SOURCE], outfile: compiled, logLevel: 'silent' });
}, 60_000);
afterAll(async () => {
  await cloud.close();
  rmSync(dir, { recursive: true, force: true });
});
afterEach(() => cloud.clearFaults());

const run = (args: readonly string[], command: readonly string[] = [compiled]) =>
  new Promise<{ code: number; text: string }>((done) =>
    execFile(
      process.execPath,
      [...command, ...args],
      { env: { ...process.env, TENCENTCLOUD_SECRETID: '', FIELD_KEY: '' } },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, text: stdout + stderr }),
    ),
  );

const refused: [string, () => string[], string][] = [
  ['no environment', () => ['check'], '没有说是哪个环境'],
  ['no credentials', () => ['check', '--env', 'somewhere'], 'TENCENTCLOUD_SECRETID'],
  ['the network down', () => ['check', '--url', CLOSED], '连不上'],
  [
    'a file that is not there',
    () => ['import', '--collection', 'members', '--file', path.join(dir, 'x'), '--url', CLOSED],
    '找不到',
  ],
];
it.each(refused)('says what to do about %s', async (_what, args, words) => {
  const { code, text } = await run(args());
  expect(text).toContain(words);
  expect(text).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
});

it('says what to do when CloudBase does not know the keys', async () => {
  await cloud.fault({ action: 'database.getDocument', kind: 'code', code: 'SIGN_PARAM_INVALID' });
  const { code, text } = await run(['check', '--url', cloud.adminUrl]);
  expect(text).toContain('不认这对密钥');
  expect(text).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
});

it('finds nothing wrong in an empty environment, and says so', async () => {
  expect(await run(['check', '--url', cloud.adminUrl], AS_WRITTEN)).toMatchObject({
    code: 0,
    text: expect.stringContaining('没有发现问题'),
  });
});

it('hands on the switches: what is only counted needs no key', async () => {
  const asked = ['purge', '--season', '2027', '--url', cloud.adminUrl];
  expect(await run([...asked, '--dry-run'])).toMatchObject({
    code: 1,
    text: expect.stringContaining('没有 2027 这个毕业季'),
  });
  expect(await run(asked)).toMatchObject({ code: 1, text: expect.stringContaining('FIELD_KEY') });
});
