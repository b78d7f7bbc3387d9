import { MINUTE_MS } from '../../../../domain/calendar/china-time';
import type { Response } from '../../../../contract';
import { isDenied } from '../../../../domain/reminding/denied-codes';
import { inWords } from '../../../../domain/words/elapsed';
import { alarmRemark, type Health, type Remark } from './faults';
import { unreadableRemark } from './unreadable';

type Tone = 'done' | 'soon' | '';

export interface DeliveryView {
  /** How it stands, in a few words. */
  readonly title: string;
  readonly tone: Tone;
  readonly sent: number;
  /** Whole percent of today's that went out within a minute; empty before the first. */
  readonly prompt: string;
  readonly lines: readonly string[];
  /** What WeChat did not take, and what is stored and cannot be read. */
  readonly remarks: readonly Remark[];
  readonly dead: number;
  /** Null where there is no one college whose robot it could be. */
  readonly hasRobot: boolean | null;
}

/** Longer than a few ticks of the timer: then something holds it up. */
const SLOW_MS = 3 * MINUTE_MS;

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
  if (unreached > 0) return [`有 ${unreached} 条只在站内消息里`, 'soon'];
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
    remarks: [...health.alarms.map(alarmRemark), ...health.unreadable.map(unreadableRemark)],
    dead: health.deadLetters,
    hasRobot: health.hasRobot,
  };
};

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
