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
  [2026, 1, 2, 'a Friday of New Year', false],
  [2026, 1, 4, 'a Sunday worked in exchange', true],
  [2026, 2, 14, 'a Saturday worked before Spring Festival', true],
  [2026, 2, 16, 'Spring Festival’s first Monday', false],
  [2026, 2, 23, 'its last Monday', false],
  [2026, 2, 24, 'the Tuesday after it', true],
  [2026, 2, 28, 'a Saturday worked after it', true],
  [2026, 4, 3, 'the Friday before 清明', true],
  [2026, 4, 6, 'the Monday of 清明', false],
  [2026, 4, 7, 'the Tuesday after it', true],
  [2026, 4, 30, 'the Thursday before Labour Day', true],
  [2026, 5, 1, 'Labour Day', false],
  [2026, 5, 5, 'its last day, a Tuesday', false],
  [2026, 5, 6, 'the Wednesday after it', true],
  [2026, 5, 9, 'a Saturday worked for it', true],
  [2026, 6, 13, 'a plain Saturday', false],
  [2026, 6, 18, 'the Thursday before 端午', true],
  [2026, 6, 19, '端午, a Friday', false],
  [2026, 6, 22, 'the Monday after it', true],
  [2026, 9, 20, 'a Sunday worked for the National Day', true],
  [2026, 9, 24, 'the Thursday before 中秋', true],
  [2026, 9, 25, '中秋, a Friday', false],
  [2026, 9, 28, 'the Monday after it', true],
  [2026, 9, 30, 'the day before the National Day', true],
  [2026, 10, 1, 'the National Day', false],
  [2026, 10, 7, 'its last day, a Wednesday', false],
  [2026, 10, 8, 'the Thursday after it', true],
  [2026, 10, 10, 'a Saturday worked for it', true],
  [2026, 10, 11, 'a plain Sunday', false],
  [2027, 1, 1, 'New Year', false],
  [2027, 2, 5, '除夕, a Friday', false],
  [2027, 2, 8, 'its last day by law, a Monday', false],
  [2027, 4, 5, '清明, a Monday', false],
  [2027, 5, 3, 'the Monday after Labour Day, which is free by no law', true],
  [2027, 6, 9, '端午, a Wednesday', false],
  [2027, 9, 15, '中秋, a Wednesday', false],
  [2027, 10, 1, 'the National Day, a Friday', false],
  [2027, 10, 4, 'the Monday after it', true],
  [2028, 4, 4, '清明, a Tuesday', false],
  [2028, 5, 1, 'Labour Day, a Monday', false],
  [2028, 5, 2, 'its second day', false],
  [2028, 10, 3, '中秋 and the National Day’s third day', false],
  [2029, 2, 12, '除夕, a Monday', false],
  [2029, 2, 15, 'the last day by law, a Thursday', false],
  [2029, 4, 4, '清明, a Wednesday', false],
  [2030, 2, 4, 'the second day of the year, a Monday', false],
  [2030, 2, 5, 'the last day by law', false],
  [2030, 4, 5, '清明, a Friday', false],
  [2030, 9, 12, '中秋, a Thursday', false],
  [2031, 1, 1, 'a Wednesday of a year nobody has entered', true],
  [2028, 1, 26, 'Spring Festival, a Wednesday', false],
  [2028, 1, 31, 'the Monday after it', true],
  [2029, 6, 18, 'a Monday after 端午, whose day was a Saturday', true],
  [2030, 10, 2, 'the National Day’s second day', false],
  [2030, 6, 5, '端午, a Wednesday', false],
] as const)('%d-%d-%d is %s', (year, month, day, _what, works) => {
  expect(isWorkingDay(dayNumberOf(year, month, day))).toBe(works);
});
