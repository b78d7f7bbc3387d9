import { DAY_MS, atChinaTime, chinaDay, chinaParts, dayNumberOf } from '../calendar/china-time';
import type { Rulebook } from './rulebook';

/** End of the receiver clock, epoch ms: the rulebook's number of full days after `initiatedAt`. */
export const deadlineOf = (initiatedAt: number, rulebook: Pick<Rulebook, 'receiverDays'>): number =>
  initiatedAt + rulebook.receiverDays * DAY_MS;

/** China calendar days from today to the deadline's date: 0 is 今天截止, negative is overdue by that many days. */
export const daysLeft = (deadlineAt: number, now: number): number => chinaDay(deadlineAt) - chinaDay(now);

/** Whether the receiver clock has run out; `daysLeft` can still be 0 then. */
export const isOverdue = (deadlineAt: number, now: number): boolean => now >= deadlineAt;

/** Last millisecond, China time, of the rulebook's season deadline in `year`. */
export const seasonDeadlineOf = (rulebook: Pick<Rulebook, 'seasonDeadline'>, year: number): number =>
  atChinaTime(dayNumberOf(year, rulebook.seasonDeadline.month, rulebook.seasonDeadline.day) + 1, 0, 0) - 1;

/** The season deadline that comes next after `now`: this year's, or next year's once that has passed. */
export const nextSeasonDeadline = (rulebook: Pick<Rulebook, 'seasonDeadline'>, now: number): number => {
  const { year } = chinaParts(now);
  const thisYear = seasonDeadlineOf(rulebook, year);
  return now <= thisYear ? thisYear : seasonDeadlineOf(rulebook, year + 1);
};
