/** Limits on how often one person may do something on one China day. */
import { chinaDay } from '../calendar/china-time';
import { fail, ok, type Result } from '../errors';

/** How often it was done on the latest day. Earlier days are forgotten. */
export interface DayCount {
  /** Number of the China day. */
  readonly day: number;
  readonly count: number;
}

const tooOften = (most: number): Result<never> => fail('DAILY_LIMIT', undefined, { most });

/** `DAILY_LIMIT` when `most` of the moments (epoch ms) already lie on the China day of `now`. */
export const oneMoreToday = (moments: readonly number[], most: number, now: number): Result<undefined> => {
  const today = chinaDay(now);
  return moments.filter((at) => chinaDay(at) === today).length < most ? ok(undefined) : tooOften(most);
};

/** The same where only a count is kept: the count after one more, or `DAILY_LIMIT`. */
export const countOneMore = (before: DayCount | undefined, most: number, now: number): Result<DayCount> => {
  const day = chinaDay(now);
  const count = before?.day === day ? before.count : 0;
  return count < most ? ok({ day, count: count + 1 }) : tooOften(most);
};
