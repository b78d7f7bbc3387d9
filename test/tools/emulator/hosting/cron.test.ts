import { parseCron } from '../../../../tools/emulator/hosting/cron';

/** China time in, China time out: `2026-07-01 09:00:00`. */
const china = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`);
const show = (time: number | undefined) =>
  time === undefined
    ? undefined
    : new Date(time + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

const table: [string, string, string | undefined][] = [
  // expression, from, next
  ['0 */1 * * * * *', '2026-07-01 08:59:30', '2026-07-01 09:00:00'],
  ['0 */1 * * * * *', '2026-07-01 09:00:00', '2026-07-01 09:01:00'],
  ['*/5 * * * * * *', '2026-07-01 09:00:01', '2026-07-01 09:00:05'],
  ['0 0 9 * * * *', '2026-07-01 09:00:00', '2026-07-02 09:00:00'],
  ['0 30 9 * * * *', '2026-06-30 23:59:59', '2026-07-01 09:30:00'],
  ['0 0 0 1 * * *', '2026-07-15 00:00:00', '2026-08-01 00:00:00'],
  ['0 0 9 29 FEB * *', '2026-03-01 00:00:00', '2028-02-29 09:00:00'],
  // Day of month and weekday are OR-ed: the 1st, or any Monday.
  ['0 0 9 1 * MON *', '2026-07-01 08:00:00', '2026-07-01 09:00:00'],
  ['0 0 9 1 * MON *', '2026-07-01 09:00:00', '2026-07-06 09:00:00'],
  ['0 0 9 1 * 1 *', '2026-07-27 09:00:00', '2026-08-01 09:00:00'],
  ['0 0 9 * * 0 *', '2026-07-01 00:00:00', '2026-07-05 09:00:00'],
  ['0 0 8-18/5 * * MON-FRI *', '2026-07-03 18:00:00', '2026-07-06 08:00:00'],
  ['0 0,30 9 * 7 * 2027', '2026-07-01 00:00:00', '2027-07-01 09:00:00'],
  ['0 0 9 1 1 * 2020', '2026-07-01 00:00:00', undefined],
];
it.each(table)('%s after %s is %s', (expression, from, next) => {
  expect(show(parseCron(expression).next(china(from)))).toBe(next);
});

const refused = [
  '* * * * *',
  '* * * * * *',
  '61 * * * * * *',
  '0 0 9 L * * *',
  '0 0 9 ? * * *',
  '0 0 9 1 * 1#2 *',
  '',
];
it.each(refused)('%p is refused', (expression) => {
  expect(() => parseCron(expression)).toThrow();
});
