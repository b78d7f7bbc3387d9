/** What a season may be called and set to: each rule says which field is wrong and how it can be right. */
import { chinaParts } from '../calendar/china-time';
import { nextSeasonDeadline } from './deadline';
import { fail, ok, type Result } from '../errors';
import { isQuietHour } from '../calendar/quiet-hours';
import type { QuietHours } from '../calendar/quiet-hours';
import type { Rulebook } from './rulebook';

const YEAR = /^20\d{2}$/;

/** The year a season is about; null for an id of an earlier release that is no year. */
export const seasonYearOf = (seasonId: string): number | null => {
  const year = /^20\d{2}/.exec(seasonId)?.[0];
  return year === undefined ? null : Number(year);
};

/**
 * Years a season can be opened for: the next deadline's and the one after today's, never before the season that is open.
 *
 * @param openId the season opened last; null before the first one
 */
export const yearsToOpen = (
  rulebook: Pick<Rulebook, 'seasonDeadline'>,
  openId: string | null,
  now: number,
): number[] => {
  const from = Math.max(
    chinaParts(nextSeasonDeadline(rulebook, now)).year,
    (openId === null ? null : seasonYearOf(openId)) ?? 0,
  );
  const to = chinaParts(now).year + 1;
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
};

/** Whether a season with this id may be opened now. The open one may be opened again, whatever its id. */
export const checkSeasonId = (
  id: string,
  rulebook: Pick<Rulebook, 'seasonDeadline'>,
  openId: string | null,
  now: number,
): Result<undefined> => {
  if (id === openId) return ok(undefined);
  const nextYear = chinaParts(now).year + 1;
  if (!YEAR.test(id)) return fail('SEASON_NOT_A_YEAR', 'id', { year: nextYear });
  const years = yearsToOpen(rulebook, openId, now);
  if (years.includes(Number(id))) return ok(undefined);
  return fail('SEASON_OUT_OF_ORDER', 'id', { years: years.join(' 或 ') || nextYear });
};

/** Whether a season may end then: after now, and in its own year. */
export const checkSeasonDeadline = (seasonId: string, deadlineAt: number, now: number): Result<undefined> => {
  const field = 'changes.deadlineAt';
  if (deadlineAt <= now) return fail('DEADLINE_PAST', field);
  const year = seasonYearOf(seasonId);
  if (year !== null && chinaParts(deadlineAt).year !== year)
    return fail('DEADLINE_OTHER_YEAR', field, { year });
  return ok(undefined);
};

/** Nobody is woken: these hours are always quiet. */
const NIGHT = [23, 0, 1, 2, 3, 4, 5, 6];
/** Hours of a day in which messages can go out at all. */
const LEAST_HOURS_TO_SEND = 6;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Whether quiet hours cover the night and leave enough of the day for what has to be told. */
export const checkQuietHours = (quiet: QuietHours): Result<undefined> => {
  const isQuiet = (hour: number): boolean => isQuietHour(hour, quiet);
  const left = HOURS.filter((hour) => !isQuiet(hour)).length;
  return NIGHT.every(isQuiet) && left >= LEAST_HOURS_TO_SEND
    ? ok(undefined)
    : fail('QUIET_HOURS_ODD', 'changes.quietHours', { hours: LEAST_HOURS_TO_SEND });
};
