import { formatChina, MINUTE_MS } from '../../../../domain/calendar/china-time';
import type { Response } from '../../../../contract';
import { isDenied, type DeniedCode } from '../../../../domain/reminding/denied-codes';
import { TEMPLATES } from '../../../../domain/reminding/notices/templates';
import { inWords } from '../../../../domain/words/elapsed';

export type Health = Response<'teacher', 'health'>;
export type DeadLetter = Response<'teacher', 'deadLetters'>['items'][number];
type Alarm = Health['alarms'][number];
type Tone = 'done' | 'soon' | '';

interface Remark {
  readonly key: string;
  readonly title: string;
  readonly text: string;
}

export interface DeliveryView {
  /** How it stands, in a few words. */
  readonly title: string;
  readonly tone: Tone;
  readonly sent: number;
  /** Whole percent of today's that went out within a minute; empty before the first. */
  readonly prompt: string;
  readonly lines: readonly string[];
  readonly alarms: readonly Remark[];
  /** What is stored and cannot be read. */
  readonly unreadable: readonly Remark[];
  readonly dead: number;
  /** Null where there is no one college whose robot it could be. */
  readonly hasRobot: boolean | null;
}

/** Longer than a few ticks of the timer: then something holds it up. */
const SLOW_MS = 3 * MINUTE_MS;

const momentOf = (at: number): string => formatChina(at, 'M月D日 HH:mm');

const fieldLabel = ({ template, field }: Pick<Alarm, 'template' | 'field'>): string | undefined =>
  field === null
    ? undefined
    : TEMPLATES[template].facts.find(({ fact, key }) => fact === field || key === field)?.label;

/** What WeChat or 企业微信 did not like, for the person who sets up the mini-program. */
const FAULTS: Readonly<Record<number, string>> = {
  40003: '收信人的微信账号不对',
  40037: '模板编号不对',
  41030: '打开的页面还没有发布',
  45168: '微信说内容有风险',
};

/** WeChat takes nothing of ours: what it is, and what the person who looks after the mini-program does about it. */
const DENIED: Readonly<Record<DeniedCode, string>> = {
  [-604101]:
    '云函数 reminder 没有发订阅消息的权限。请用开发者工具对它点“云函数增量上传：更新文件”，选 config.json',
  [-604100]:
    '云函数 reminder 没有发订阅消息的权限。请用开发者工具对它点“云函数增量上传：更新文件”，选 config.json',
  [-502003]: '云函数没有读写云开发的权限。请在云开发控制台核对环境和权限，再部署一次',
  48001: '小程序还没有订阅消息的接口权限。请在公众平台核对认证和订阅消息功能',
  40001: '微信不认现在的凭证。请在云开发控制台重新授权小程序，再部署一次',
  43107: '订阅消息功能被微信停用了。请看公众平台的站内通知，按要求改好再申请恢复',
};

const faultOf = ({ template, field, code }: Pick<Alarm, 'template' | 'field' | 'code'>): string => {
  const label = fieldLabel({ template, field });
  if (label) return `微信不收“${label}”这一项`;
  return FAULTS[code] ?? '微信不收其中一项';
};

const alarmRemark = ({ channel, template, code, field, count, lastAt }: Alarm): Remark => {
  const key = `${channel}-${template}-${code}-${field ?? ''}`;
  const last = `最近一次是 ${momentOf(lastAt)}`;
  if (channel === 'wecom')
    return {
      key,
      title: '企业微信不认群机器人的地址了',
      text: `${count} 条没发到群里，${last}（代码 ${code}）。请在群里重新添加机器人，把新地址填在下面。`,
    };
  if (isDenied(code))
    return {
      key,
      title: '微信现在不收任何提醒',
      text: `${DENIED[code]}（代码 ${code}，${last}）。没发的都留着，改好以后会自己补发；大家在“消息”里仍然看得到。`,
    };
  const where = field ? `，字段 ${field}` : '';
  return {
    key,
    title: faultOf({ template, field, code }),
    text: `“${TEMPLATES[template].title}”有 ${count} 条没发出去，${last}。请负责小程序的同事核对这个模板（代码 ${code}${where}）。大家在“消息”里仍然看得到。`,
  };
};

type Unreadable = Health['unreadable'][number];

/** What a collection holds, in the words of the desk; whatever is behind the scenes has one word. */
const HELD: Readonly<Record<string, string>> = {
  accounts: '账号',
  members: '名单',
  branches: '团支部',
  colleges: '学院',
  seasons: '毕业季',
  transfers: '转接',
  resetRequests: '验证码求助',
  notices: '消息',
  audits: '操作记录',
  rosterRuns: '名单导入',
  rosterParts: '名单导入',
  exports: '导出的名单',
};

const WHAT_TO_DO: Readonly<Record<Unreadable['reason'], string>> = {
  newer: '它们由更新的版本写下。请负责小程序的同事把云函数部署到最新版，就会回来。',
  malformed: '请负责小程序的同事运行 npm run admin -- check，按列出的编号处理。',
  sealed: '请负责小程序的同事核对环境变量 FIELD_KEY，再运行 npm run admin -- check 看是哪些。',
};

const unreadableRemark = ({ collection, reason, count, lastAt }: Unreadable): Remark => {
  const what = HELD[collection] ?? '后台记录';
  const met = `最近一次碰到是 ${momentOf(lastAt)}。`;
  return {
    key: `${collection}-${reason}`,
    title: reason === 'sealed' ? `${count} 条${what}的密文解不开` : `${count} 条${what}打不开`,
    text: `内容没有丢，其余的照常办理。${met}${WHAT_TO_DO[reason]}`,
  };
};

const waitingLine = ({ dueNow, heldNow, oldestDueAt, now }: Health): string => {
  if (dueNow === 0) return heldNow > 0 ? `${heldNow} 条等夜里过去再发` : '没有在等着发的';
  const waited = oldestDueAt === null ? '' : `，最早的等了 ${inWords(now - oldestDueAt)}`;
  return `${dueNow} 条正等着发${waited}`;
};

/** WeChat is asked again every ten minutes; so long after the last refusal it is mended. */
const MENDED_MS = 30 * MINUTE_MS;

const standing = (health: Health): [string, Tone] => {
  const { dueNow, heldNow, oldestDueAt, deadLetters, sentToday, unbound, now, alarms } = health;
  const unreached = health.unaskedToday + health.refusedToday;
  if (alarms.some(({ code, lastAt }) => isDenied(code) && now - lastAt < MENDED_MS))
    return ['微信现在不收提醒', 'soon'];
  if (deadLetters > 0) return [`有 ${deadLetters} 条没发成`, 'soon'];
  if (dueNow > 0 && oldestDueAt !== null && now - oldestDueAt > SLOW_MS) return ['发得比平时慢', 'soon'];
  if (unreached > 0) return [`有 ${unreached} 条只进了收件箱`, 'soon'];
  if (unbound > 0) return [`还有 ${unbound} 人发不到`, 'soon'];
  if (sentToday > 0) return ['到点的都发出去了', 'done'];
  return [heldNow > 0 ? '夜里不打扰，早上再发' : '今天还没有要发的', ''];
};

/** Why something due did not reach its reader, or could not be due to anybody. */
const WHY_NOT: readonly {
  readonly of: 'unaskedToday' | 'refusedToday' | 'unbound';
  readonly words: (count: number) => string;
}[] = [
  { of: 'unaskedToday', words: (count) => `${count} 条没发到微信，本人没留提醒次数。打开小程序能看到` },
  { of: 'refusedToday', words: (count) => `${count} 条微信没收，本人关掉了提醒。打开小程序能看到` },
  { of: 'unbound', words: (count) => `${count} 人还没进过小程序，什么提醒都发不到` },
];

export const toDeliveryView = (health: Health): DeliveryView => {
  const [title, tone] = standing(health);
  const { sentToday, promptShare, mayRepeatToday } = health;
  return {
    title,
    tone,
    sent: sentToday,
    prompt: promptShare === null ? '' : String(Math.floor(promptShare * 100)),
    lines: [
      waitingLine(health),
      ...WHY_NOT.flatMap(({ of, words }) => (health[of] > 0 ? [words(health[of])] : [])),
      ...(mayRepeatToday > 0 ? [`${mayRepeatToday} 条可能收到了两次，微信当时没有回应`] : []),
    ],
    alarms: health.alarms.map(alarmRemark),
    unreadable: health.unreadable.map(unreadableRemark),
    dead: health.deadLetters,
    hasRobot: health.hasRobot,
  };
};

export interface LetterRow {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly canRetry: boolean;
}

const BUSY: Readonly<Record<number, string>> = { 45009: '微信今天的额度用完了', [-1]: '微信一直很忙' };
/** Codes at which WeChat said that the message itself is wrong. */
const REFUSED: readonly number[] = [47003, ...Object.keys(FAULTS).map(Number)];

const whyOf = ({ channel, code, field, template }: DeadLetter): string => {
  if (channel === 'wecom')
    return code === 45009
      ? '群里一分钟内发得太多'
      : code !== null && code > 0
        ? '企业微信不认机器人的地址'
        : '企业微信没有回应';
  if (code !== null && REFUSED.includes(code)) return faultOf({ template, field, code });
  return (code !== null && BUSY[code]) || '微信没有回应';
};

export const toLetterRows = (letters: readonly DeadLetter[]): LetterRow[] =>
  letters.map((letter) => {
    const { id, title, channel, recipientName, settledAt, dueAt, mayRepeat, canRetry } = letter;
    const who = channel === 'wecom' ? '工作群' : (recipientName ?? '已离开的人');
    const doubt = mayRepeat ? '，也可能已经收到' : '';
    const over = canRetry ? '' : '。已经过了时候，不用补';
    return {
      id,
      title,
      text: `给${who}，${momentOf(settledAt ?? dueAt)} 放弃：${whyOf(letter)}${doubt}${over}`,
      canRetry,
    };
  });

type Tested = Response<'teacher', 'testWebhook'>;
export interface TestLine {
  readonly text: string;
  readonly tone: Tone;
}

const TEST_LINES: Readonly<Record<Tested['outcome'], (code: number | null) => TestLine>> = {
  sent: () => ({ text: '发出去了，到群里看看', tone: 'done' }),
  refused: (code) => ({
    text: `企业微信不认这个地址（代码 ${code}）。请在群里重新添加机器人，换上新地址`,
    tone: 'soon',
  }),
  busy: () => ({ text: '这一分钟发得太多了，过一分钟再试', tone: 'soon' }),
  unknown: () => ({ text: '企业微信没有回应，过一会儿再试', tone: 'soon' }),
};

export const toTestLine = ({ outcome, code }: Tested): TestLine => TEST_LINES[outcome](code);

export type Reach = Response<'teacher', 'reach'>;
type Out = Reach['out'];

export interface ReachView {
  readonly reached: number;
  readonly people: number;
  /** Why the others are out of reach; empty when none is. */
  readonly why: string;
  /** What WeChat said of messages it did not deliver. */
  readonly failures: readonly string[];
  /** Branches with somebody out of reach, those with most of them first. */
  readonly branches: readonly { readonly id: string; readonly name: string; readonly line: string }[];
}

const OUT_WORDS: Readonly<Record<keyof Out, (count: number) => string>> = {
  unbound: (count) => `${count} 人没进过小程序`,
  off: (count) => `${count} 人关掉了提醒`,
  'no-credit': (count) => `${count} 人没留提醒次数`,
};

const OUT: readonly (keyof Out)[] = ['unbound', 'off', 'no-credit'];

const outWords = (out: Out): string =>
  OUT.flatMap((why) => (out[why] > 0 ? [OUT_WORDS[why](out[why])] : [])).join('，');

/** WeChat's answer when the person takes none of these messages. */
const REFUSED_BY_READER = 43101;

const failureLine = ({ code, count, lastAt }: Reach['failures'][number]): string => {
  const why = code === REFUSED_BY_READER ? '本人不收这类提醒' : `微信没送到（代码 ${code}）`;
  return `${count} 条${why}，最近一次 ${momentOf(lastAt)}`;
};

/** 够得着: whom the next message reaches, and in which branches somebody has to be told by word of mouth. */
export const toReachView = ({ people, reached, out, branches, failures }: Reach): ReachView => ({
  reached,
  people,
  why: outWords(out),
  failures: failures.map(failureLine),
  branches: branches
    .filter((branch) => branch.reached < branch.people)
    .sort((one, other) => other.people - other.reached - (one.people - one.reached))
    .map((branch) => ({
      id: branch.id,
      name: branch.name,
      line: `${branch.people - branch.reached} 人够不着：${outWords(branch.out)}`,
    })),
});
