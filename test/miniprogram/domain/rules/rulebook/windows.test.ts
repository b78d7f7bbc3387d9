import { opensLaterAt, startBy } from '../../../../../miniprogram/domain/rules/rulebook/windows';

const AUTUMN = { opens: { month: 9, day: 1 }, deadline: { month: 10, day: 31 }, source: '' };
const SEASON = { year: 2027, deadlineAt: Date.UTC(2027, 7, 31, 16) - 1 };

it.each([
  ['before it', Date.UTC(2027, 7, 31, 15, 59), Date.UTC(2027, 7, 31, 16)],
  ['on its first day, in China', Date.UTC(2027, 7, 31, 16), null],
])('a window opens at midnight in China: %s', (_when, now, at) => {
  expect(opensLaterAt(AUTUMN, 2027, now)).toBe(at);
});

it('is open all the time where nothing says from when', () => {
  expect(opensLaterAt(null, 2027, 0)).toBeNull();
  expect(opensLaterAt({ ...AUTUMN, opens: null }, 2027, 0)).toBeNull();
});

it.each([
  ['its own last day, after the season’s', AUTUMN, Date.UTC(2027, 9, 31, 16) - 1],
  ['the season’s, where it has none of its own', { ...AUTUMN, deadline: null }, SEASON.deadlineAt],
  ['the season’s, without a window', null, SEASON.deadlineAt],
])('a route is to be started by %s', (_which, window, by) => {
  expect(startBy(window, SEASON)).toBe(by);
});

it('goes by the season where that is of no year', () => {
  expect(startBy(AUTUMN, { ...SEASON, year: null })).toBe(SEASON.deadlineAt);
});
