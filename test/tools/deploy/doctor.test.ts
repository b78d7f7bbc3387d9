import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deploy } from '../../../tools/deploy/deploy';
import { describe as inWords, examine, type Patient } from '../../../tools/deploy/doctor/doctor';
import { COLLECTIONS, NAMES, openCollege, type College } from './support/college';
import { shortenWaits } from './support/short-waits';
import { TencentCloud } from './support/tencent';

const MINIPROGRAM = path.resolve(__dirname, '../../../miniprogram');

let dir: string;
let tencent: TencentCloud;
let college: College;
beforeEach(async () => {
  shortenWaits();
  jest.spyOn(console, 'log').mockReturnValue();
  dir = mkdtempSync(path.join(tmpdir(), 'doctor-'));
  tencent = await new TencentCloud().open();
  college = openCollege(dir);
  await deploy(college.deployment());
});
afterEach(async () => {
  await tencent.close();
  rmSync(dir, { recursive: true });
  jest.restoreAllMocks();
});

const patient = (changes: Partial<Patient> = {}): Patient => ({
  config: college.config,
  cloud: college.cloud,
  collections: COLLECTIONS,
  functionsDir: college.functionsDir,
  names: NAMES,
  miniprogramDir: MINIPROGRAM,
  ...changes,
});
const wrongIn = async (changes: Partial<Patient> = {}): Promise<string> =>
  (await examine(patient(changes)))
    .filter(({ state }) => state === 'wrong')
    .map(inWords)
    .join('\n');

const functionNamed = (name: string) => {
  const held = tencent.functions.held.get(name);
  if (!held) throw new Error(`${name} was deployed`);
  return held;
};

describe('the doctor', () => {
  it('finds nothing after a deployment, and lists what only a person can see', async () => {
    expect(await wrongIn()).toBe('');
    const asked = (await examine(patient())).filter(({ state }) => state === 'ask').map(inWords);
    expect(asked.join('\n')).toContain('选中的照片或视频信息：上传智慧团建的截图');
    expect(asked.join('\n')).toContain('右键 reminder');
    expect(asked.join('\n')).not.toContain('位置信息');
  });

  it.each<[string, () => void, RegExp]>([
    ['a collection', () => tencent.tables.held.delete('branches'), /集合 branches\n\s+\+ 新建/],
    [
      'an index',
      () => tencent.tables.held.get('members')?.indexes.delete('name'),
      /集合 members\n\s+\+ 索引 name（name）\n\s+运行 npm run deploy/,
    ],
    [
      'the closed door of a collection',
      () => {
        const table = tencent.tables.held.get('members');
        if (table) table.permission = 'READONLY';
      },
      /集合 members\n\s+~ 权限“所有用户可读，仅创建者可写”→“仅管理端可读写”/,
    ],
    ['the closed door of the pictures', () => (tencent.storagePermission = 'READONLY'), /云存储\n\s+~ 权限/],
    ['a place for logs', () => (tencent.logTopic = ''), /日志服务\n\s+\+ 开通/],
    ['a function', () => tencent.functions.held.delete('account'), /云函数 account\n\s+\+ 新建/],
    [
      'a recent Node',
      () => (functionNamed('account').runtime = 'Nodejs8.9'),
      /云函数 account\n\s+~ 运行环境 Nodejs8.9 → Nodejs20.19/,
    ],
    ['memory', () => (functionNamed('account').memorySize = 128), /~ 内存（MB） 128 → 256/],
    ['time', () => (functionNamed('reminder').timeout = 3), /~ 超时（秒） 3 → 60/],
    ['a secret', () => (functionNamed('account').variables = {}), /\+ 环境变量 FIELD_KEY/],
    ['the timer', () => functionNamed('reminder').timers.clear(), /\+ 定时器 sweep/],
  ])('names it when there is no more %s', async (_what, breakIt, words) => {
    breakIt();
    expect(await wrongIn()).toMatch(words);
  });

  it('misses the upload key, and goes on with the rest', async () => {
    const uploadKey = path.join(dir, 'none.key');
    expect(await wrongIn({ config: { ...college.config, uploadKey } })).toMatch(
      /^✗ 上传密钥\n\s+没有代码上传密钥 .*none\.key[^\n]*$/,
    );
    writeFileSync(uploadKey, 'not a key');
    expect(await wrongIn({ config: { ...college.config, uploadKey } })).toContain('不是密钥文件');
  });
});
