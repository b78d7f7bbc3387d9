import './support/own-folder';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deploy } from '../../../tools/deploy/deploy';
import { product } from '../../../tools/emulator/product';
import type { CollectionSpec } from '../../../tools/emulator/types';
import { COLLECTIONS, NAMES, openCollege, type College } from './support/college';
import { shortenWaits } from './support/short-waits';
import { KEYS, TencentCloud, type Fault } from './support/tencent';

const FIRST = COLLECTIONS.find(({ indexes }) => indexes.length > 1);

let dir: string;
let tencent: TencentCloud;
let college: College;

beforeEach(async () => {
  shortenWaits();
  jest.spyOn(console, 'log').mockReturnValue();
  dir = mkdtempSync(path.join(tmpdir(), 'deploy-'));
  tencent = await new TencentCloud().open();
  college = openCollege(dir);
});
afterEach(async () => {
  await tencent.close();
  rmSync(dir, { recursive: true });
  jest.restoreAllMocks();
});

const held = (name: string) => {
  const found = tencent.functions.held.get(name);
  if (!found) throw new Error(`${name} is not there`);
  return found;
};
const said = (): string => college.lines.join('\n');

const expectComplete = (collections: readonly CollectionSpec[] = COLLECTIONS): void => {
  const { tables, functions } = tencent;
  expect([...tables.held.keys()].sort()).toEqual(collections.map(({ name }) => name).sort());
  for (const { name, indexes } of collections) {
    expect([...(tables.held.get(name)?.indexes.keys() ?? [])].sort()).toEqual(
      indexes.map((index) => index.name).sort(),
    );
    expect(tables.held.get(name)?.permission).toBe('ADMINONLY');
  }
  expect(tencent.storagePermission).toBe('PRIVATE');
  expect([...functions.held.keys()].sort()).toEqual([...NAMES].sort());
  for (const { runtime, logTopic } of functions.held.values())
    expect({ runtime, logTopic }).toEqual({ runtime: 'Nodejs20.19', logTopic: 'topic-1' });
  expect([...held('reminder').timers]).toEqual([['sweep', '0 * 7-22 * * * *']]);
};

describe('a deployment', () => {
  it('makes an empty environment complete, with the same new secrets in every function', async () => {
    await deploy(college.deployment({ collections: product.collections }));
    expectComplete(product.collections);
    const { variables } = held('account');
    expect(Buffer.from(variables['FIELD_KEY'] ?? '', 'base64')).toHaveLength(32);
    expect(held('reminder').variables['FIELD_KEY']).toBe(variables['FIELD_KEY']);
    expect(JSON.parse(variables['TEMPLATE_IDS'] ?? '')).toMatchObject({ deadline: 'id-deadline' });
    expect(college.uploads.count).toBe(1);
  });

  it('ships a function whole, without its maps', async () => {
    await deploy(college.deployment());
    expect(held('account').files).toEqual(['config.json', 'index.js', 'sdk/part.js']);
  });

  it('repeated changes nothing but the uploaded version of the mini-program', async () => {
    await deploy(college.deployment());
    const done = [...tencent.functions.done];
    const before = { ...held('account').variables };
    await deploy(college.deployment());
    expect(tencent.functions.done).toEqual(done);
    expect(held('account').variables).toEqual(before);
    expect(tencent.calls['UpdateTable']).toBe(
      COLLECTIONS.reduce((sum, { indexes }) => sum + indexes.length, 0),
    );
    expect(college.lines).toEqual(expect.arrayContaining(['数据库：都是最新的', '云函数：都是最新的']));
  });

  it('uploads only the function whose code has changed', async () => {
    await deploy(college.deployment());
    writeFileSync(path.join(college.functionsDir, 'account/index.js'), 'exports.main = () => 2;');
    tencent.functions.done.length = 0;
    await deploy(college.deployment());
    expect(tencent.functions.done).toEqual(['upload account', 'configure account']);
  });

  it('replaces one function after the other, readers of records before their writers', async () => {
    await deploy(college.deployment());
    const creations = tencent.functions.done.filter((line) => line.startsWith('create'));
    expect(creations).toEqual(['create reminder', 'create wechat', 'create account']);
  });

  it('as a dry run says every difference by name and touches nothing', async () => {
    await deploy(college.deployment({ dryRun: true }));
    expect(tencent.tables.held.size + tencent.functions.held.size + college.uploads.count).toBe(0);
    expect(tencent.storagePermission).toBe('READONLY');
    for (const { name, indexes } of COLLECTIONS) {
      expect(said()).toContain(`集合 ${name}\n`);
      for (const index of indexes) expect(said()).toContain(`+ 索引 ${index.name}（`);
    }
    expect(said()).toContain('云函数 reminder\n    + 新建（Nodejs20.19，256 MB，60 秒）');
    expect(said()).toContain('+ 定时器 sweep（0 * 7-22 * * * *）');
    expect(said()).toContain('~ 权限“所有用户可读，仅创建者可写”→“仅创建者及管理员可读写”');
    expect(said()).not.toMatch(/FIELD_KEY=/);
  });

  it('as a dry run over a stale environment names what is stale, and no secret', async () => {
    await deploy(college.deployment());
    const secret = held('account').variables['FIELD_KEY'];
    held('account').memorySize = 128;
    held('account').variables = { ...held('account').variables, MINIPROGRAM_STATE: 'trial' };
    held('reminder').timers.set('sweep', '0 * * * * * *').set('old', '0 0 * * * * *');
    const table = tencent.tables.held.get(FIRST?.name ?? '');
    table?.indexes.delete(FIRST?.indexes[0]?.name ?? '');
    if (table) table.permission = 'PRIVATE';
    college.lines.length = 0;
    await deploy(college.deployment({ dryRun: true }));
    expect(said()).toContain('~ 内存（MB） 128 → 256');
    expect(said()).toContain('~ 环境变量 MINIPROGRAM_STATE');
    expect(said()).toContain('- 定时器 old（0 0 * * * * *）');
    expect(said()).toContain(`+ 索引 ${FIRST?.indexes[0]?.name ?? ''}（`);
    expect(said()).toContain('~ 权限“仅创建者及管理员可读写”→“仅管理端可读写”');
    expect(said()).not.toContain(secret);
    await deploy(college.deployment());
    expectComplete();
  });

  it('rebuilds an index that has other keys under its name, and leaves one whose keys are not told', async () => {
    await deploy(college.deployment());
    const indexes = tencent.tables.held.get(FIRST?.name ?? '')?.indexes;
    const [changed, untold] = [...(indexes?.keys() ?? [])];
    indexes?.set(changed ?? '', { unique: false, keys: [{ Name: 'other', Direction: '1' }] });
    indexes?.set(untold ?? '', { unique: false, keys: [] });
    college.lines.length = 0;
    await deploy(college.deployment());
    expect(said()).toContain(`~ 索引 ${changed ?? ''} 重建`);
    expect(said()).not.toContain(`索引 ${untold ?? ''} 重建`);
    expect(indexes?.get(changed ?? '')?.keys[0]?.Name).not.toBe('other');
  });

  it('ends with the clicks that WeChat DevTools alone can do', async () => {
    await deploy(college.deployment());
    expect(college.lines.slice(-8).join('\n')).toContain(
      '右键 reminder → “云函数增量上传：更新文件”，选 config.json（权限 subscribeMessage.send）',
    );
  });
});

describe('a deployment that breaks', () => {
  const CUT: Omit<Fault, 'action' | 'from'> = { times: 1 };
  it.each<[string, Fault]>([
    ['a collection', { action: 'CreateTable', from: 3, times: 1, code: 'FailedOperation' }],
    ['a collection, its answer lost', { action: 'CreateTable', from: 3, half: true, ...CUT }],
    ['an index', { action: 'UpdateTable', from: 7, times: 1, code: 'FailedOperation' }],
    ['an index, its answer lost', { action: 'UpdateTable', from: 7, half: true, ...CUT }],
    ['a permission', { action: 'ModifyDatabaseACL', from: 2, ...CUT }],
    ['the log service', { action: 'CreateEnvResource', from: 1, times: 1, code: 'FailedOperation' }],
    ['a new function', { action: 'CreateFunction', from: 2, ...CUT }],
    ['a new function, its answer lost', { action: 'CreateFunction', from: 2, half: true, ...CUT }],
    ['the settings of a function', { action: 'UpdateFunctionConfiguration', from: 1, ...CUT }],
    ['the timer', { action: 'BatchCreateTrigger', from: 1, times: 1, code: 'FailedOperation' }],
  ])('at %s is finished by the next run, with the same secrets', async (_what, fault) => {
    tencent.faults.push(fault);
    await expect(deploy(college.deployment())).rejects.toThrow();
    const before = tencent.functions.held.get('reminder')?.variables['FIELD_KEY'];
    await deploy(college.deployment());
    expectComplete();
    if (before) expect(held('account').variables['FIELD_KEY']).toBe(before);
  });

  it.each(['RequestLimitExceeded', 'RequestLimitExceeded.UinLimitExceeded', 'InternalError'])(
    'for being throttled (%s) goes on by itself, ever more slowly',
    async (code) => {
      tencent.faults.push({ action: 'UpdateTable', from: 5, times: 3, code });
      await deploy(college.deployment());
      expectComplete();
      expect(college.pauses.slice(0, 3)).toEqual([500, 1000, 2000]);
    },
  );

  it('goes on when a function was made though the cloud answered that it was too busy', async () => {
    tencent.faults.push({
      action: 'CreateFunction',
      from: 1,
      times: 1,
      code: 'RequestLimitExceeded',
      half: true,
    });
    await deploy(college.deployment());
    expectComplete();
  });

  it.each<[string, Fault, RegExp]>([
    [
      'the quota of the plan is used up',
      { action: 'CreateTable', from: 1, times: 1, code: 'LimitExceeded' },
      /新建集合 accounts：超过了套餐的上限/,
    ],
    [
      'the key may not do it',
      { action: 'CreateFunction', from: 1, times: 1, code: 'UnauthorizedOperation.CAM' },
      /新建云函数 reminder：这对密钥没有权限/,
    ],
    ['nobody answers', { action: 'ListTables', from: 1, times: 1 }, /列出集合：连不上腾讯云/],
    [
      'it stays throttled',
      { action: 'ListTables', from: 1, times: 99, code: 'RequestLimitExceeded' },
      /列出集合：腾讯云嫌问得太快/,
    ],
  ])('says what to do when %s', async (_what, fault, words) => {
    tencent.faults.push(fault);
    await expect(deploy(college.deployment())).rejects.toThrow(words);
  });

  it.each([
    [{ ...KEYS, secretId: 'other' }, '腾讯云不认识这个 SecretId'],
    [{ ...KEYS, secretKey: 'other' }, '腾讯云不接受这对密钥'],
  ])('for wrong keys says so at once and never shows them: %j', async (keys, words) => {
    const stranger = openCollege(path.join(dir, 'stranger'), keys);
    const failure = deploy(stranger.deployment());
    await expect(failure).rejects.toThrow(words);
    await expect(failure).rejects.not.toThrow(KEYS.secretKey);
  });

  it('for an environment that is not in order changes nothing', async () => {
    tencent.status = 'UNAVAILABLE';
    await expect(deploy(college.deployment())).rejects.toThrow('现在是 UNAVAILABLE，不能部署');
    expect(tencent.tables.held.size).toBe(0);
  });
});
