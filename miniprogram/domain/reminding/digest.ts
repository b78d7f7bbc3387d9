/** When staff are told of what has waited too long, and of what they could not be told at once: on working days. */
import { atChinaTime, chinaDay } from '../calendar/china-time';
import { nextAllowed } from '../calendar/quiet-hours';
import { isWorkingDay } from '../calendar/working-days';
import type { Rulebook } from '../rules/rulebook';
import type { Audience, DueNotice } from './due-notice';

/** The second look of a day, for those who could not be told at once. */
const AFTERNOON_HOUR = 16;
/** No holiday is longer. */
const MOST_DAYS_BACK = 14;

type DigestRules = Pick<Rulebook, 'reminderHour' | 'quietHours'>;

export interface DigestSlot {
  readonly at: number;
  /** Epoch ms of the slot before: what could not be told since then belongs to this one. */
  readonly since: number;
  readonly isFirst: boolean;
}

const hoursOn = (day: number, { reminderHour, quietHours }: DigestRules): number[] =>
  isWorkingDay(day)
    ? [reminderHour, AFTERNOON_HOUR].map((hour) => nextAllowed(atChinaTime(day, hour, 0), quietHours))
    : [];

const before = (day: number, rules: DigestRules): number => {
  for (let back = 1; back <= MOST_DAYS_BACK; back += 1) {
    const last = hoursOn(day - back, rules).slice(-1)[0];
    if (last !== undefined) return last;
  }
  return atChinaTime(day - MOST_DAYS_BACK, 0, 0);
};

/** The slots of a China day, morning and afternoon; none on days on which colleges do not work. */
export const digestSlots = (day: number, rules: DigestRules): DigestSlot[] =>
  hoursOn(day, rules).map((at, index, all) => ({
    at,
    since: all[index - 1] ?? before(day, rules),
    isFirst: index === 0,
  }));

/** One digest for each reader and slot. */
export const digestOf = (
  { at, isFirst }: DigestSlot,
  { reader, audience }: { readonly reader: string; readonly audience: Exclude<Audience, 'graduate'> },
): DueNotice => {
  const day = chinaDay(at);
  return {
    id: `${reader}:${day}:digest-${audience}${isFirst ? '' : `-${AFTERNOON_HOUR}`}`,
    kind: 'digest',
    audience,
    dueAt: at,
    notAfter: atChinaTime(day + 1, 0, 0) - 1,
  };
};
