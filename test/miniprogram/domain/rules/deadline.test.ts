import { atChinaTime, chinaDay, formatChina } from '../../../../miniprogram/domain/calendar/china-time';
import {
  daysLeft,
  isOverdue,
  nextSeasonDeadline,
  seasonDeadlineOf,
} from '../../../../miniprogram/domain/rules/deadline';
import { DAYS_LEFT, FORMATS, SEASON_ENDS, at } from '../deadline-table';

test.each(DAYS_LEFT)('of the deadline %s at %s there are %i days left', (deadline, now, days) => {
  expect(daysLeft(at(deadline), at(now))).toBe(days);
});

test.each(FORMATS)('%s by %s reads %s', (moment, pattern, text) => {
  expect(formatChina(at(moment), pattern)).toBe(text);
});

test.each(SEASON_ENDS)('the season of %i ending %i/%i ends %s', (year, month, day, end) => {
  expect(seasonDeadlineOf({ seasonDeadline: { month, day } }, year)).toBe(at(end));
});

test('the next season deadline is this year’s until its last millisecond', () => {
  const rules = { seasonDeadline: { month: 6, day: 30 } };
  const end = at('2026-06-30T23:59:59.999+08:00');
  expect(nextSeasonDeadline(rules, end)).toBe(end);
  expect(nextSeasonDeadline(rules, end + 1)).toBe(at('2027-06-30T23:59:59.999+08:00'));
});

test('the clock runs out in the very millisecond of the deadline', () => {
  expect(isOverdue(1000, 999)).toBe(false);
  expect(isOverdue(1000, 1000)).toBe(true);
});

test('a China day and hour lead back to their moment', () => {
  const moment = at('2028-02-29T09:30:00+08:00');
  expect(atChinaTime(chinaDay(moment), 9, 30)).toBe(moment);
});
