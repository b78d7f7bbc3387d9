/** How often one person may do on one China day what tells somebody else or costs a request elsewhere. */
import { chinaDay } from '../calendar/china-time';
import { fail, ok, type Result } from '../errors';

/** How often on the latest day; an earlier day counts no more. */
export interface DayCount {
  /** Number of the China day. */
  readonly day: number;
  readonly count: number;
}

const tooOften = (most: number): Result<never> => fail('DAILY_LIMIT', undefined, { most });

/** `DAILY_LIMIT` when so many of the moments lie on the China day of `now` that one more is too many. */
export const oneMoreToday = (moments: readonly number[], most: number, now: number): Result<undefined> => {
  const today = chinaDay(now);
  return moments.filter((at) => chinaDay(at) === today).length < most ? ok(undefined) : tooOften(most);
};

/** The same by a count that is kept: what to keep after one more. */
export const countOneMore = (before: DayCount | undefined, most: number, now: number): Result<DayCount> => {
  const day = chinaDay(now);
  const count = before?.day === day ? before.count : 0;
  return count < most ? ok({ day, count: count + 1 }) : tooOften(most);
};
