const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in its largest whole unit: `40 分钟`, `22 小时`, `3 天`; from two days on in days. */
export const inWords = (ms: number): string => {
  if (ms < HOUR) return `${Math.max(1, Math.floor(ms / MINUTE))} 分钟`;
  if (ms < 2 * DAY) return `${Math.floor(ms / HOUR)} 小时`;
  return `${Math.floor(ms / DAY)} 天`;
};

/** How long somebody has waited: `刚刚`, `等了 22 小时`. */
export const waitedSince = (since: number, now: number): string =>
  now - since < MINUTE ? '刚刚' : `等了 ${inWords(now - since)}`;
