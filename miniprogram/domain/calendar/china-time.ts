import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/**
 * China time by arithmetic on UTC: China has had no summer time since 1991, so +8 h always holds. Nothing here
 * asks the machine for its zone, so results are the same on a phone, in a function and in every test zone.
 */
const CHINA_OFFSET_MS = 8 * HOUR_MS;

/** Day number since 1970-01-01 in China, for epoch milliseconds `at`. */
export const chinaDay = (at: number): number => Math.floor((at + CHINA_OFFSET_MS) / DAY_MS);

/** Epoch milliseconds of `hour:minute` China time on the day with that number. */
export const atChinaTime = (dayNumber: number, hour: number, minute: number): number =>
  dayNumber * DAY_MS - CHINA_OFFSET_MS + hour * HOUR_MS + minute * MINUTE_MS;

/** Day number of a calendar date; months count from 1. */
export const dayNumberOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / DAY_MS;

/** Calendar parts in China; `month` counts from 1, `weekday` from 0 (Sunday). */
export const chinaParts = (at: number) => {
  const shifted = new Date(at + CHINA_OFFSET_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
};

/**
 * `at` (epoch ms) in China time by a dayjs pattern, e.g. `M月D日 HH:mm`. Shifted first and read as UTC, so neither
 * the machine's zone nor its summer time has a say.
 */
export const formatChina = (at: number, pattern: string): string =>
  dayjs.utc(at + CHINA_OFFSET_MS).format(pattern);

/** `6月12日`, for epoch milliseconds. */
export const dayOf = (at: number): string => formatChina(at, 'M月D日');

/** `6月12日 09:40`, for epoch milliseconds. */
export const momentOf = (at: number): string => formatChina(at, 'M月D日 HH:mm');

/** The same day and hour in China that many months later; the last day of a month that has fewer. */
export const monthsAfter = (at: number, months: number): number =>
  dayjs
    .utc(at + CHINA_OFFSET_MS)
    .add(months, 'month')
    .valueOf() - CHINA_OFFSET_MS;
