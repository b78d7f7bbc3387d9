import { HOUR_MS, atChinaTime, chinaDay, chinaParts } from './china-time';

/** Whether a China hour lies in the quiet hours; `from` equal to `to` means there are none. */
export const isQuietHour = (hour: number, { from, to }: QuietHours): boolean =>
  from <= to ? hour >= from && hour < to : hour >= from || hour < to;

export const isQuiet = (at: number, quiet: QuietHours): boolean => isQuietHour(chinaParts(at).hour, quiet);

/** `at` itself, or the end of the quiet hours it lies in. */
export const nextAllowed = (at: number, quiet: QuietHours): number => {
  if (!isQuiet(at, quiet)) return at;
  const endToday = atChinaTime(chinaDay(at), quiet.to, 0);
  return endToday > at ? endToday : atChinaTime(chinaDay(at) + 1, quiet.to, 0);
};

/** The first full hour after `at` outside the quiet hours. */
export const nextAllowedHour = (at: number, quiet: QuietHours): number =>
  nextAllowed((Math.floor(at / HOUR_MS) + 1) * HOUR_MS, quiet);

/** Hours of the China day between which nothing is sent unasked; `from` > `to` spans midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** Nobody is told anything between these hours, whatever is set. */
const NIGHT: QuietHours = { from: 23, to: 7 };

/** The same hours, widened where they leave a part of the night open. */
export const coveringNight = ({ from, to }: QuietHours): QuietHours =>
  // Within a day they cover none of the night.
  from <= to ? NIGHT : { from: Math.min(from, NIGHT.from), to: Math.max(to, NIGHT.to) };
