import { dayNumberOf } from '../../../../miniprogram/domain/calendar/china-time';
import { CALENDARS } from '../../../../miniprogram/domain/calendar/holidays';
import { isWorkingDay } from '../../../../miniprogram/domain/calendar/working-days';

const YEARS = Object.keys(CALENDARS).map(Number);

it('knows the years to come without a gap', () => {
  expect(YEARS).toEqual([2026, 2027, 2028, 2029, 2030]);
});

it.each(YEARS)('names real days of %d, each once, with where they come from', (year) => {
  const { holidays, workedWeekends, source, checkedOn } = CALENDARS[year] ?? {};
  const all = [...(holidays ?? []), ...(workedWeekends ?? [])];
  expect(new Set(all).size).toBe(all.length);
  for (const date of all) expect(new Date(`${year}-${date}T00:00:00Z`).toISOString().slice(5, 10)).toBe(date);
  expect(source).toMatch(/放假办法|安排的通知/);
  expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

it.each([
  [2028, 1, 26, 'Spring Festival, a Wednesday', false],
  [2028, 1, 31, 'the Monday after it', true],
  [2029, 6, 18, 'a Monday after 端午, whose day was a Saturday', true],
  [2030, 10, 2, 'the National Day’s second day', false],
  [2030, 6, 5, '端午, a Wednesday', false],
] as const)('%d-%d-%d is %s', (year, month, day, _what, works) => {
  expect(isWorkingDay(dayNumberOf(year, month, day))).toBe(works);
});
