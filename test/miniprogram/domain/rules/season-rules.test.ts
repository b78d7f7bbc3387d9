import { atChinaTime, dayNumberOf } from '../../../../miniprogram/domain/calendar/china-time';
import {
  checkQuietHours,
  checkSeasonDeadline,
  checkSeasonId,
  seasonYearOf,
} from '../../../../miniprogram/domain/rules/season-rules';
import type { Result } from '../../../../miniprogram/domain/errors';

const rulebook = { seasonDeadline: { month: 6, day: 30 } };
const on = (year: number, month: number, day: number): number =>
  atChinaTime(dayNumberOf(year, month, day), 12, 0);
const MAY = on(2027, 5, 10);
const NOVEMBER = on(2027, 11, 10);

const codeOf = (result: Result<unknown>): string => (result.ok ? 'fine' : result.error.code);

it.each([
  ['this year’s', '2027', null, MAY, 'fine'],
  ['the next year’s', '2028', '2027', MAY, 'fine'],
  ['the open one’s once more', '2027', '2027', NOVEMBER, 'fine'],
  ['the open one’s once more, named as earlier releases allowed', '2026-x', '2026-x', MAY, 'fine'],
  ['one of long ago', '2017', '2027', MAY, 'SEASON_OUT_OF_ORDER'],
  ['one of long ago before there is any', '2017', null, MAY, 'SEASON_OUT_OF_ORDER'],
  ['the one before the open one’s', '2027', '2028', MAY, 'SEASON_OUT_OF_ORDER'],
  ['one whose deadline is over', '2027', '2026', NOVEMBER, 'SEASON_OUT_OF_ORDER'],
  ['one too far ahead', '2029', '2027', MAY, 'SEASON_OUT_OF_ORDER'],
  ['one of another century', '1999', null, MAY, 'SEASON_NOT_A_YEAR'],
  ['one that is no year', '2027-b', '2027', MAY, 'SEASON_NOT_A_YEAR'],
  ['one that only begins like a year', '20271', '2027', MAY, 'SEASON_NOT_A_YEAR'],
  ['one that only ends like a year', '12027', '2027', MAY, 'SEASON_NOT_A_YEAR'],
])('a season can be opened or not: %s', (_case, id, openId, now, code) => {
  expect(codeOf(checkSeasonId(id, rulebook, openId, now))).toBe(code);
});

it('says which years can be opened', () => {
  expect(checkSeasonId('2017', rulebook, '2026', MAY)).toMatchObject({
    error: { field: 'id', detail: { years: '2027 或 2028' } },
  });
});

it.each([
  ['later this year', '2027', on(2027, 12, 31), 'fine'],
  ['now', '2027', MAY, 'DEADLINE_PAST'],
  ['yesterday', '2027', MAY - 86_400_000, 'DEADLINE_PAST'],
  ['the first day of the next year', '2027', on(2028, 1, 1), 'DEADLINE_OTHER_YEAR'],
  ['the year before its own', '2028', on(2027, 12, 31), 'DEADLINE_OTHER_YEAR'],
  ['any day, for a season of no year', 'spring', on(2028, 1, 1), 'fine'],
])('a season may end or not: %s', (_case, id, deadlineAt, code) => {
  expect(codeOf(checkSeasonDeadline(id, deadlineAt, MAY))).toBe(code);
});

it.each([
  [{ from: 23, to: 7 }, 'fine'],
  [{ from: 22, to: 8 }, 'fine'],
  [{ from: 18, to: 12 }, 'fine'],
  [{ from: 17, to: 12 }, 'QUIET_HOURS_ODD'],
  [{ from: 0, to: 7 }, 'QUIET_HOURS_ODD'],
  [{ from: 23, to: 6 }, 'QUIET_HOURS_ODD'],
  [{ from: 8, to: 11 }, 'QUIET_HOURS_ODD'],
  [{ from: 9, to: 9 }, 'QUIET_HOURS_ODD'],
])('quiet hours %j are %s', (hours, code) => {
  expect(codeOf(checkQuietHours(hours))).toBe(code);
});

it('says which field is wrong and what would be right', () => {
  expect(checkSeasonId('spring', rulebook, '2026', MAY)).toEqual({
    ok: false,
    error: { code: 'SEASON_NOT_A_YEAR', field: 'id', detail: { year: 2028 } },
  });
  expect(checkSeasonDeadline('2027', MAY, MAY)).toEqual({
    ok: false,
    error: { code: 'DEADLINE_PAST', field: 'changes.deadlineAt' },
  });
  expect(checkSeasonDeadline('2027', on(2028, 1, 1), MAY)).toEqual({
    ok: false,
    error: { code: 'DEADLINE_OTHER_YEAR', field: 'changes.deadlineAt', detail: { year: 2027 } },
  });
  expect(checkQuietHours({ from: 0, to: 7 })).toEqual({
    ok: false,
    error: { code: 'QUIET_HOURS_ODD', field: 'changes.quietHours', detail: { hours: 6 } },
  });
});

it('reads the year of a season from the beginning of its id alone', () => {
  expect([
    seasonYearOf('2027'),
    seasonYearOf('2026-x'),
    seasonYearOf('x-2026'),
    seasonYearOf('spring'),
  ]).toEqual([2027, 2026, null, null]);
});

it('offers nothing when the season that is open lies too far ahead', () => {
  expect(checkSeasonId('2027', rulebook, '2030', MAY)).toMatchObject({ error: { detail: { years: 2028 } } });
});
