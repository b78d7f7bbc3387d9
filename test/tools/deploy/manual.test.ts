/** The manual, followed: its commands are read out of it and run against the stand-in. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { PUSH_NAMES } from '../../../cloudfunctions/wechat/pushes';
import { FLOOR } from '../../../tools/wechat/floor';
import { ENV, KEYS, TencentCloud } from './support/tencent';

const run = promisify(execFile);
const ROOT = path.resolve(__dirname, '../../..');
const MANUAL = readFileSync(path.join(ROOT, 'tools/deploy/README.md'), 'utf8');
const SCRIPTS = (
  JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
).scripts;

/** Commands of the blocks of one chapter, with our environment's id. */
const commandsUnder = (heading: string): string[] => {
  const chapter = MANUAL.slice(MANUAL.indexOf(heading));
  const block = /```sh\n([\s\S]*?)```/.exec(chapter)?.[1] ?? '';
  return block
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('环境ID', ENV));
};

const KEY = path.join(ROOT, '.deploy/private.wx0123456789abcdef.key');
const CONFIG = path.join(ROOT, `.deploy/${ENV}.json`);

let dir: string;
let tencent: TencentCloud;
let hadKey: boolean;

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'manual-'));
  tencent = await new TencentCloud().open();
  hadKey = existsSync(KEY);
});
afterAll(async () => {
  await tencent.close();
  rmSync(dir, { recursive: true });
  rmSync(CONFIG, { force: true });
  if (!hadKey) rmSync(KEY, { force: true });
});

const tsx = pathToFileURL(createRequire(__filename).resolve('tsx')).href;
const lead = path.join(__dirname, 'support/lead-child.ts');

/** Answers what it printed, whether or not it ended well. */
const follow = async (command: string): Promise<string> => {
  const [, script = '', rest = ''] = /^npm run (\S+)(?: -- (.*))?$/.exec(command) ?? [];
  const file = (SCRIPTS[script] ?? '').replace(/^tsx /, '');
  const node = ['--import', tsx, '--import', pathToFileURL(lead).href, file, ...rest.split(' ')];
  const env = {
    ...process.env,
    TENCENTCLOUD_SECRETID: KEYS.secretId,
    TENCENTCLOUD_SECRETKEY: KEYS.secretKey,
    STAND_IN_PORT: String(tencent.port),
  };
  const done = run(process.execPath, node, { cwd: ROOT, env, maxBuffer: 1e7 });
  const { stdout, stderr } = await done.catch(
    (error: unknown) => error as { stdout: string; stderr: string },
  );
  return stdout + stderr;
};

describe('the manual', () => {
  it('names only commands that exist', () => {
    const named = [...MANUAL.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script ?? '');
    expect(named.filter((script) => !(script in SCRIPTS))).toEqual([]);
    expect(new Set(named)).toEqual(new Set(['build', 'deploy', 'doctor', 'admin', 'bench:cost']));
  });

  it('names the variables that the commands ask for', async () => {
    const [dryRun = ''] = commandsUnder('## 四、').filter((line) => line.includes('--dry-run'));
    await run('sh', ['-c', commandsUnder('## 四、').slice(0, 2).join('\n')], { cwd: ROOT });
    writeFileSync(KEY, '-----BEGIN RSA PRIVATE KEY-----');
    const exports = commandsUnder('## 四、').filter((line) => line.startsWith('export '));
    expect(exports.map((line) => line.replace(/^export (\w+)=.*/, '$1'))).toEqual([
      'TENCENTCLOUD_SECRETID',
      'TENCENTCLOUD_SECRETKEY',
    ]);
    expect(await follow(dryRun)).toMatch(/集合 accounts[\s\S]*云函数 account[\s\S]*小程序：将上传为开发版/);
    expect(tencent.tables.held.size).toBe(0);
  });

  it('lets the doctor say what an empty environment lacks', async () => {
    const doctor = commandsUnder('## 四、').find((line) => line.includes('run doctor')) ?? '';
    const said = await follow(doctor);
    expect(said).toMatch(/✗ 集合、索引、权限\n\s+集合 accounts\n\s+\+ 新建/);
    expect(said).toContain('云函数 wechat 还没有：先运行 npm run deploy');
  });

  it('explains every refusal the tools put into words', () => {
    const codes = [
      '-604101',
      '40014',
      '-10008',
      'RequestLimitExceeded',
      'UnauthorizedOperation',
      'LimitExceeded',
    ];
    const written = MANUAL.replaceAll('−', '-');
    expect(codes.filter((code) => !written.includes(code))).toEqual([]);
  });
});

it('names every event WeChat has to push, and the oldest phones', () => {
  for (const name of PUSH_NAMES) expect(MANUAL).toContain(`\`${name}\``);
  expect(MANUAL).toContain(FLOOR.library);
  expect(MANUAL).toContain(`iOS ${FLOOR.ios}`);
});
