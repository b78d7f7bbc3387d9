import { chinaDay, chinaParts } from '../calendar/china-time';
import { endOfDay } from '../calendar/month-day';
import type { Rulebook, RouteRule } from './rulebook';
import { receivingSystemOf } from './rulebook/system';
import { clockOf, type ReceiverClock } from './rulebook/timeouts';

/** What is known of a submission: when it was started, and where its receiver is. */
interface Started {
  /** Epoch ms. */
  readonly initiatedAt: number;
  /** Names of the receiver's region, from the largest to the smallest. */
  readonly region: readonly string[] | undefined;
}

/** The receiver's clock of a submission by a route; null where none runs. */
export const receiverClockOf = (
  { system, timeouts }: Pick<Rulebook, 'system' | 'timeouts'>,
  route: Pick<RouteRule, 'receiverClock' | 'receivingSystem'>,
  { initiatedAt, region }: Started,
): ReceiverClock | null =>
  route.receiverClock
    ? clockOf(timeouts, {
        initiatedAt,
        sending: system.id,
        receiving: receivingSystemOf(system, region, route),
      })
    : null;

/** China calendar days from today to the deadline's date: 0 is 今天截止, negative is overdue by that many days. */
export const daysLeft = (deadlineAt: number, now: number): number => chinaDay(deadlineAt) - chinaDay(now);

/** Whether the receiver clock has run out; `daysLeft` can still be 0 then. */
export const isOverdue = (deadlineAt: number, now: number): boolean => now >= deadlineAt;

/** Last millisecond, China time, of the rulebook's season deadline in `year`. */
export const seasonDeadlineOf = (rulebook: Pick<Rulebook, 'seasonDeadline'>, year: number): number =>
  endOfDay(year, rulebook.seasonDeadline);

/** The season deadline that comes next after `now`: this year's, or next year's once that has passed. */
export const nextSeasonDeadline = (rulebook: Pick<Rulebook, 'seasonDeadline'>, now: number): number => {
  const { year } = chinaParts(now);
  const thisYear = seasonDeadlineOf(rulebook, year);
  return now <= thisYear ? thisYear : seasonDeadlineOf(rulebook, year + 1);
};
