import {
  atChinaTime,
  chinaDay,
  chinaParts,
  dayNumberOf,
  dayOf,
  momentOf,
  monthsAfter,
} from '../../../../miniprogram/domain/calendar/china-time';
import { endOfDay, startOfDay } from '../../../../miniprogram/domain/calendar/month-day';

const at = (iso: string): number => Date.parse(iso);

test.each([
  ['2026-06-11T15:59:59.999Z', [2026, 6, 11]],
  ['2026-06-11T16:00:00.000Z', [2026, 6, 12]],
  ['2026-12-31T16:00:00.000Z', [2027, 1, 1]],
] as const)('the China day of %s is %j', (moment, [year, month, day]) => {
  expect(chinaDay(at(moment))).toBe(dayNumberOf(year, month, day));
});

it('reads every part of the moment in China, months from 1, Sunday as 0', () => {
  expect(chinaParts(at('2026-12-31T18:05:09Z'))).toEqual({
    year: 2027,
    month: 1,
    day: 1,
    weekday: 5,
    hour: 2,
    minute: 5,
    second: 9,
  });
  expect(chinaParts(at('2026-06-13T16:00:00Z')).weekday).toBe(0);
});

it('words a day and a moment in China time', () => {
  expect(dayOf(at('2026-06-11T16:00:00Z'))).toBe('6月12日');
  expect(momentOf(at('2026-06-11T17:40:00Z'))).toBe('6月12日 01:40');
});

test.each([
  ['2026-06-12T01:40:00Z', 1, '2026-07-12T01:40:00Z', 'the same day and hour'],
  ['2026-08-31T01:00:00Z', 6, '2027-02-28T01:00:00Z', 'the last day of a shorter month'],
  ['2026-01-31T15:59:00Z', 1, '2026-02-28T15:59:00Z', 'the last minute of it in China'],
  ['2026-01-31T16:00:00Z', 1, '2026-02-28T16:00:00Z', 'the first of the month in China, not the 31st before'],
  ['2026-06-12T01:40:00Z', 24, '2028-06-12T01:40:00Z', 'two years'],
])('%s and %i months is %s: %s', (from, months, to) => {
  expect(new Date(monthsAfter(at(from), months)).toISOString()).toBe(new Date(to).toISOString());
});

it('begins and ends a day of the year at midnight in China', () => {
  expect(startOfDay(2026, { month: 6, day: 30 })).toBe(at('2026-06-29T16:00:00.000Z'));
  expect(endOfDay(2026, { month: 6, day: 30 })).toBe(at('2026-06-30T15:59:59.999Z'));
  expect(endOfDay(2026, { month: 12, day: 31 })).toBe(at('2026-12-31T15:59:59.999Z'));
});

it('finds the moment of an hour and a minute in China', () => {
  expect(atChinaTime(dayNumberOf(2026, 6, 12), 9, 40)).toBe(at('2026-06-12T01:40:00Z'));
  expect(atChinaTime(dayNumberOf(2026, 6, 12), 0, 0)).toBe(at('2026-06-11T16:00:00Z'));
});
