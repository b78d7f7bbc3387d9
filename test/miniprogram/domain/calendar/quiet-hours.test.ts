import {
  coveringNight,
  isQuiet,
  nextAllowed,
  nextAllowedHour,
} from '../../../../miniprogram/domain/calendar/quiet-hours';
import { checkQuietHours } from '../../../../miniprogram/domain/rules/season-rules';

it('widens any hours until they contain the night, and leaves those alone that do', () => {
  for (let from = 0; from < 24; from += 1)
    for (let to = 0; to < 24; to += 1) {
      const widened = coveringNight({ from, to });
      const day = widened.from - widened.to;
      expect([from, to, day < 6 || checkQuietHours(widened).ok]).toEqual([from, to, true]);
      if (checkQuietHours({ from, to }).ok) expect(widened).toEqual({ from, to });
    }
});

const NIGHT = { from: 23, to: 7 };
const NOON = { from: 12, to: 14 };
const NONE = { from: 9, to: 9 };

/** `HH:mm` on a day of June 2026 in China. */
const china = (day: number, time: string): number => Date.parse(`2026-06-${day}T${time}:00+08:00`);

test.each([
  ['late in the evening', NIGHT, 12, '22:59', 12, '22:59'],
  ['as the night begins', NIGHT, 12, '23:00', 13, '07:00'],
  ['after midnight', NIGHT, 13, '00:30', 13, '07:00'],
  ['in the night’s last minute', NIGHT, 13, '06:59', 13, '07:00'],
  ['as the night ends', NIGHT, 13, '07:00', 13, '07:00'],
  ['before hours within the day', NOON, 12, '11:59', 12, '11:59'],
  ['within them', NOON, 12, '12:00', 12, '14:00'],
  ['as they end', NOON, 12, '14:00', 12, '14:00'],
  ['where there are none', NONE, 12, '09:00', 12, '09:00'],
])('what is due %s leaves as soon as it is not quiet', (_when, quiet, day, time, nextDay, nextTime) => {
  expect(nextAllowed(china(day, time), quiet)).toBe(china(nextDay, nextTime));
  expect(isQuiet(china(day, time), quiet)).toBe(day !== nextDay || time !== nextTime);
});

test.each([
  [12, '09:00', 12, '10:00'],
  [12, '09:40', 12, '10:00'],
  [12, '21:59', 12, '22:00'],
  [12, '22:00', 13, '07:00'],
  [13, '06:30', 13, '07:00'],
])('the next full hour after %i June %s is %i June %s', (day, time, nextDay, nextTime) => {
  expect(nextAllowedHour(china(day, time), NIGHT)).toBe(china(nextDay, nextTime));
});

test.each([
  ['hours within the day', { from: 9, to: 17 }],
  ['hours within the evening', { from: 18, to: 22 }],
  ['no hours at all', NONE],
])('%s cover none of the night, so the night takes their place', (_what, hours) => {
  expect(coveringNight(hours)).toEqual(NIGHT);
});
