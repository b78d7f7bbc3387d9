import './support/own-folder';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readEnvironment } from '../../../cloudfunctions/_shared/kernel/environment';
import { TEMPLATE_KEYS } from '../../../miniprogram/domain/reminding/kinds';
import { TEMPLATES } from '../../../miniprogram/domain/reminding/notices/templates';
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
  inside = healthy();
  tencent.functions.invoke = answer;
});
afterEach(async () => {
  await tencent.close();
  rmSync(dir, { recursive: true });
  jest.restoreAllMocks();
});

/** What the functions find wrong with these variables. */
const problemsOf = (variables: Record<string, string>) => [...readEnvironment(variables).problems];

const NOW = Date.UTC(2026, 4, 20);
const NOBODY = 40003;

/** What a healthy environment answers to the operator. */
const healthy = () => ({
  permissions: { 'subscribeMessage.send': NOBODY, 'subscribeMessage.getTemplateList': 0 } as Record<
    string,
    number
  >,
  environment: {
    problems: [] as object[],
    fault: null as string | null,
    now: NOW,
    node: 'v20.19.0',
    backlogMs: 0,
    pictureMs: 0,
    timerLateMs: 0 as number | null,
  },
  templates: {
    refused: null as number | null,
    granted: TEMPLATE_KEYS.map((key) => ({
      priTmplId: `id-${key}`,
      title: TEMPLATES[key].title,
      content: TEMPLATES[key].facts
        .map((fact) => (fact.key === null ? '' : `${fact.label}:{{${fact.key}.DATA}}\n`))
        .join(''),
    })),
  },
  database: { differs: {} as Record<string, string>, latencyMs: 8 },
});
let inside: ReturnType<typeof healthy>;

/** As the functions answer; without the key they hold, nobody is let in. */
const answer = (name: string, event: unknown): unknown => {
  const { operatorKey, check } = event as { operatorKey: string; check: keyof typeof inside };
  const known = tencent.functions.held.get(name)?.variables['OPERATOR_KEY'];
  if (operatorKey !== known) return { ok: false, error: { code: 'FORBIDDEN' } };
  return { ok: true, data: inside[check] };
};

const patient = (changes: Partial<Patient> = {}): Patient => ({
  config: college.config,
  cloud: college.cloud,
  collections: COLLECTIONS,
  functionsDir: college.functionsDir,
  names: NAMES,
  miniprogramDir: MINIPROGRAM,
  now: () => NOW,
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
    [
      'a permission to send',
      () => (inside.permissions['subscribeMessage.send'] = -604101),
      /云函数 reminder 的 subscribeMessage.send：没有权限（-604101）[\s\S]*右键 reminder → “云函数增量上传/,
    ],
    [
      'a valid credential of WeChat',
      () => (inside.permissions['subscribeMessage.send'] = 40014),
      /subscribeMessage.send：微信的凭证有误：过十分钟再运行一次/,
    ],
    [
      'a template',
      () => void inside.templates.granted.shift(),
      /模板 progress 的 ID id-progress 不在这个小程序里.*意思接近“团关系转接进度”/,
    ],
    [
      'a field of a template',
      () => {
        const [first] = inside.templates.granted;
        if (first) first.content = first.content.replace('thing4', 'thing5');
      },
      /模板“团关系转接进度”（progress）：没有关键词 thing4，它有的是 thing1、thing5、[\s\S]*关键词 thing5 没有写放什么[\s\S]*"progress": {"id":"id-progress","fields":{"thing1":"about","thing5":"next",/,
    ],
    ['a list of templates', () => (inside.templates.refused = -604101), /微信没有列出模板（-604101）/],
    [
      'a key',
      () => (inside.environment.problems = problemsOf({})),
      /环境变量 FIELD_KEY 没有设：要写32 字节的密钥.*没有它什么都用不了。.*npm run deploy$/m,
    ],
    [
      'good spelling of several variables',
      () =>
        (inside.environment.problems = problemsOf({
          FIELD_KEY: 'short',
          TEMPLATE_IDS: '{',
          MINIPROGRAM_STATE: 'released',
        })),
      /环境变量 FIELD_KEY 写法不对：[^\n]+\n\s+环境变量 TEMPLATE_IDS 写法不对：[^\n]+\n\s+环境变量 MINIPROGRAM_STATE 写法不对：要写developer/,
    ],
    [
      'a function that starts',
      () => (inside.environment.fault = 'the database is away'),
      /云函数起不来：the database is away/,
    ],
    ['a right clock', () => (inside.environment.now = NOW - 3_600_000), /时间差 60 分钟/],
    ['WeChat’s pushes', () => (inside.environment.pictureMs = 7_200_000), /送检 120 分钟了还没有结果/],
    ['a timer that runs', () => (inside.environment.timerLateMs = null), /定时器还没有运行过/],
    ['a timer that looks', () => (inside.environment.timerLateMs = 2_400_000), /定时器 40 分钟没有做完/],
    ['a timer that keeps up', () => (inside.environment.backlogMs = 1_800_000), /有消息晚了 30 分钟还没发/],
    [
      'a database as we know it',
      () => (inside.database.differs['conflictText'] = 'write conflict'),
      /应当：两处同时改一条会报 TransactionConflict。实际：write conflict。.*要重试/,
    ],
    ['a quick database', () => (inside.database.latencyMs = 400), /读一条记录要 400 毫秒/],
    [
      'one key of the operator',
      () => {
        const wechat = functionNamed('wechat');
        wechat.variables = { ...wechat.variables, OPERATOR_KEY: 'other' };
      },
      /OPERATOR_KEY 不一致/,
    ],
    [
      'a function that can be run',
      () => tencent.faults.push({ action: 'Invoke', from: 1, times: 99, code: 'FailedOperation' }),
      /云调用权限\n\s+运行云函数 (reminder|wechat)：没有做成/,
    ],
  ])('names it when there is no more %s', async (_what, breakIt, words) => {
    breakIt();
    expect(await wrongIn()).toMatch(words);
  });

  it('says which template to apply for, with its fields, before there is an id', async () => {
    const templates = { ...college.config.templates, deadline: { id: '', fields: {} } };
    expect(await wrongIn({ config: { ...college.config, templates } })).toMatch(
      /意思接近“团关系转接截止提醒”.*提醒内容、截止时间、现在要做、到期后果.*templates\.deadline/,
    );
  });

  it('shows each message as people will see it, by the keys that were granted', async () => {
    const [progress] = inside.templates.granted;
    if (progress) progress.content = '日期:{{date5.DATA}}\n事项:{{thing2.DATA}}\n';
    const fields = { thing2: 'about', date5: 'at' };
    const templates = { ...college.config.templates, progress: { id: 'id-progress', fields } };
    const verdicts = await examine(patient({ config: { ...college.config, templates } }));
    const shown = verdicts.filter(({ state }) => state === 'shown').map(inWords);
    expect(shown.join('\n')).toMatch(
      /【团关系转接进度】\n\s+日期：2026年5月20日 08:00\n\s+事项：周岚老师批准了你的转出\n/,
    );
    expect(shown.join('\n')).toMatch(/【团关系转接截止提醒】\n\s+提醒内容：还剩 3 天，对方还没接收/);
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
