/**
 * When the request was handed in on the system: asked for plainly, with its year, because every deadline is counted
 * from it. Nothing stands there until the person has said it.
 */
import {
  atChinaTime,
  dayNumberOf,
  formatChina,
  MINUTE_MS,
  momentOf,
} from '../../../domain/calendar/china-time';
import { receiverClockOf } from '../../../domain/rules/deadline';
import { judgeInitiatedAt } from '../../../domain/rules/initiated-at';
import type { Rulebook } from '../../../domain/rules/rulebook';
import { startsAtOnce, type ReceiverClock } from '../../../domain/rules/rulebook/timeouts';
import type { TypedTime, Work } from './work';

export interface TimeView extends TypedTime {
  readonly label: string;
  readonly dateText: string;
  readonly today: string;
  /** “就是刚才”, while nothing has been said. */
  readonly asks: boolean;
  /** What follows from the time: the receiver's last day, before anything is handed in. */
  readonly hint: string;
  /** Why it looks like a slip; empty when it does not. It is a question, not an error. */
  readonly doubt: string;
}

export const typedTime = (initiatedAt: number | undefined): TypedTime =>
  initiatedAt === undefined
    ? { date: '', clock: '' }
    : { date: formatChina(initiatedAt, 'YYYY-MM-DD'), clock: formatChina(initiatedAt, 'HH:mm') };

/** Epoch ms, the two read in China time; undefined while one of them is missing. */
export const timeOf = ({ date, clock }: TypedTime): number | undefined => {
  if (!date || !clock) return undefined;
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return atChinaTime(dayNumberOf(year, month, day), hour, minute);
};

/** “就是刚才”: this very minute. */
export const justNow = (now: number): TypedTime => typedTime(Math.floor(now / MINUTE_MS) * MINUTE_MS);

/** What changes in the work when a day, an hour or both were picked. */
export const withTime = ({ draft, time }: Work, picked: Partial<TypedTime>): Pick<Work, 'draft' | 'time'> => {
  const next = { ...time, ...picked };
  const initiatedAt = timeOf(next);
  return { time: next, draft: initiatedAt === undefined ? draft : { ...draft, initiatedAt } };
};

const clockHint = (clock: ReceiverClock, at: number, now: number, { outcomes, system }: Rulebook): string => {
  const until = momentOf(clock.deadlineAt);
  if (clock.deadlineAt <= now)
    return `按这个时间，对方的期限 ${until} 已经过了。先看一眼${system.name}显示什么。`;
  const begin = startsAtOnce(clock, at)
    ? `${clock.days} 天从这一刻算起，到 ${until}`
    : `对方最晚处理到 ${until}`;
  return `${begin}。到期没处理，${outcomes[clock.outcome].text}。`;
};

const hintOf = ({ draft, route, rulebook }: Work, now: number): string => {
  const at = draft.initiatedAt;
  if (!route.receiverClock) return `提交那一刻的日期和时间，照着${rulebook.system.name}上的写。`;
  if (at === undefined) return `期限从这一刻算起，年份也照${rulebook.system.name}上写。`;
  const clock = receiverClockOf(rulebook, route, { initiatedAt: at, region: draft.region?.names });
  return clock ? clockHint(clock, at, now, rulebook) : '';
};

const doubtOf = (at: number | undefined, now: number, seasonOpenedAt: number): string => {
  if (at === undefined || judgeInitiatedAt(at, { now, seasonOpenedAt }) !== 'odd') return '';
  const day = formatChina(at, 'YYYY年M月D日');
  return at < seasonOpenedAt
    ? `${day}，今年的转接还没开始。真是那天点的提交吗？`
    : `${day}，已经过去两个多月。真是那天点的提交吗？`;
};

/** @param now epoch ms */
export const timeView = (work: Work, now: number): TimeView => {
  const { draft, rulebook, time, seasonOpenedAt } = work;
  const [year, month, day] = time.date.split('-').map(Number);
  return {
    ...time,
    label: `什么时候在${rulebook.system.name}点的提交？`,
    dateText: time.date ? `${year}年${month}月${day}日` : '',
    today: formatChina(now, 'YYYY-MM-DD'),
    asks: !time.date && !time.clock,
    hint: hintOf(work, now),
    doubt: doubtOf(draft.initiatedAt, now, seasonOpenedAt),
  };
};
