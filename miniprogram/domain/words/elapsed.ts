import { DAY_MS, HOUR_MS, MINUTE_MS } from '../calendar/china-time';

/** A length of time in its largest whole unit: `40 分钟`, `22 小时`, `3 天`; from two days on in days. */
export const inWords = (ms: number): string => {
  if (ms < HOUR_MS) return `${Math.max(1, Math.floor(ms / MINUTE_MS))} 分钟`;
  if (ms < 2 * DAY_MS) return `${Math.floor(ms / HOUR_MS)} 小时`;
  return `${Math.floor(ms / DAY_MS)} 天`;
};

/** How long somebody has waited: `刚刚`, `等了 22 小时`. */
export const waitedSince = (since: number, now: number): string =>
  now - since < MINUTE_MS ? '刚刚' : `等了 ${inWords(now - since)}`;
