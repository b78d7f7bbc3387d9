import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deploy } from '../../../tools/deploy/deploy';
import { describe as inWords, examine, type Patient } from '../../../tools/deploy/doctor/doctor';
import { product } from '../../../tools/emulator/product';
import { NAMES, openCollege, type College } from './support/college';
import { StandIn } from './support/stand-in';

const MINIPROGRAM = path.resolve(__dirname, '../../../miniprogram');

let dir: string;
let standIn: StandIn;
let college: College;
beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'doctor-'));
  standIn = await new StandIn().open();
  college = openCollege(dir, standIn);
  await deploy(college.deployment());
});
afterEach(async () => {
  await standIn.close();
  rmSync(dir, { recursive: true });
});

const patient = (config = college.config): Patient => ({
  config,
  api: college.deployment().api,
  functions: () => Promise.resolve(college.functions),
  collections: product.collections,
  functionsDir: college.functionsDir,
  names: NAMES,
  miniprogramDir: MINIPROGRAM,
});
const wrongIn = async (config = college.config): Promise<string[]> =>
  (await examine(patient(config))).filter(({ state }) => state === 'wrong').map(inWords);

const change = (name: string, part: object): void => {
  const held = college.functions.held.get(name);
  if (!held) throw new Error(`${name} was deployed`);
  college.functions.held.set(name, { ...held, ...part });
};

describe('the doctor', () => {
  it('finds nothing after a deployment, and lists what only a person can see', async () => {
    expect(await wrongIn()).toEqual([]);
    const asked = (await examine(patient())).filter(({ state }) => state === 'ask').map(inWords);
    expect(asked.join('\n')).toContain('选中的照片或视频信息：上传智慧团建的截图');
    expect(asked.join('\n')).toContain('仅管理端可读写');
    expect(asked.join('\n')).not.toContain('位置信息');
  });

  it.each<[string, () => void, RegExp]>([
    [
      'a collection',
      () => standIn.collections.delete('notices'),
      /集合和索引\n.*缺集合 notices：运行 npm run deploy/,
    ],
    ['an index', () => standIn.collections.get('members')?.delete('name'), /索引不全：members/],
    ['a function', () => college.functions.held.delete('account'), /云函数 account 还没有/],
    ['a recent Node', () => change('account', { runtime: 'Nodejs8.9' }), /account 的运行环境是 Nodejs8.9/],
    ['memory', () => change('account', { memorySize: 128 }), /account 的内存是 128 MB，应为 256 MB/],
    ['time', () => change('reminder', { timeout: 3 }), /reminder 的超时时间是 3 秒，应为 60 秒/],
    ['a secret', () => change('account', { variables: {} }), /account 缺环境变量 FIELD_KEY、ADMIN_CODE/],
    [
      'a permission',
      () => standIn.openapi.delete('reminder'),
      /reminder 没有云调用权限 subscribeMessage.send/,
    ],
    ['the timer', () => standIn.triggers.clear(), /reminder 没有定时触发器 sweep/],
    [
      'a template',
      () => void standIn.templates.shift(),
      /模板 progress 的 ID id-progress 不在这个小程序里.*标题“团关系转接进度”/,
    ],
    [
      'a field of a template',
      () => {
        const [first] = standIn.templates;
        if (first) first.content = first.content.replace('thing4', 'thing5');
      },
      /模板“团关系转接进度”缺关键词 下一步（thing4）/,
    ],
    ['the cloud', () => (standIn.cloudIsOpen = false), /还没有开通云开发/],
  ])('names it when there is no more %s', async (_what, breakIt, words) => {
    breakIt();
    expect((await wrongIn()).join('\n')).toMatch(words);
  });

  it('says which template to apply for, with its fields, before there is an id', async () => {
    const templates = { ...college.config.templates, deadline: '' };
    expect((await wrongIn({ ...college.config, templates })).join('\n')).toMatch(
      /标题“团关系转接截止提醒”.*提醒内容（thing1）、截止时间（time2）.*templates\.deadline/,
    );
  });

  it('misses the secret and the key, and goes on with the rest', async () => {
    const config = { ...college.config, secret: '', uploadKey: path.join(dir, 'none.key') };
    const [keys, ...others] = await wrongIn(config);
    expect(keys).toMatch(/WX_APP_SECRET[\s\S]*没有代码上传密钥/);
    expect(others).toEqual([]);
  });
});
