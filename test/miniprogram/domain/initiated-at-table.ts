/** A season opened at noon in China on 10 May 2027, looked at in the morning of 20 June. */
export const SEASON_OPENED = '2027-05-10T12:00:00+08:00';
const TODAY = '2027-06-20T09:00:00+08:00';

/** When somebody says they handed in on 智慧团建, when they say it, and what is made of it. */
export const INITIATED = [
  ['this morning', '2027-06-20T08:59:00+08:00', TODAY, 'fine'],
  ['four minutes ahead, as clocks differ', '2027-06-20T09:04:00+08:00', TODAY, 'fine'],
  ['five minutes ahead, to the second', '2027-06-20T09:05:00+08:00', TODAY, 'fine'],
  ['six minutes ahead', '2027-06-20T09:06:00+08:00', TODAY, 'future'],
  ['tomorrow', '2027-06-21T09:00:00+08:00', TODAY, 'future'],
  ['next year', '2028-06-20T09:00:00+08:00', TODAY, 'future'],
  ['the day the season opened, from its first moment', '2027-05-10T00:00:00+08:00', TODAY, 'fine'],
  ['the last moment before that day', '2027-05-09T23:59:59+08:00', TODAY, 'odd'],
  ['the month before', '2027-04-20T09:00:00+08:00', TODAY, 'odd'],
  ['the same day a year ago', '2026-06-20T09:00:00+08:00', TODAY, 'odd'],
  ['a year and a day before the season, from its first moment', '2026-05-09T00:00:00+08:00', TODAY, 'odd'],
  ['the last moment before that', '2026-05-08T23:59:59+08:00', TODAY, 'long-ago'],
  ['long ago', '2017-06-20T09:00:00+08:00', TODAY, 'long-ago'],
  ['the beginning of computers', '1970-01-01T00:00:00Z', TODAY, 'long-ago'],
  ['sixty days ago', '2027-07-01T00:00:00+08:00', '2027-08-30T23:00:00+08:00', 'fine'],
  ['sixty-one days ago', '2027-06-30T23:59:59+08:00', '2027-08-30T00:00:00+08:00', 'odd'],
] as const;
