import { ageAgainst, isOverAge, mustReportAge } from '../../../../miniprogram/domain/calendar/age';

test.each([
  ['1998-07', '2026-06', 28, false],
  ['1998-06', '2026-06', 28, true],
  ['1998-05', '2026-06', 28, true],
  ['1997-12', '2026-01', 28, true],
  ['1998-01', '2026-01', 28, true],
  ['1998-02', '2026-01', 28, false],
  ['1998-06', '2026-06', 29, false],
  ['2000-02', '2028-02', 28, true],
  [undefined, '2026-06', 28, false],
  [null, '2026-06', 28, false],
  ['1998-6', '2026-06', 28, false],
  ['1998-13', '2026-06', 28, false],
  ['1990-01', '', 28, false],
  ['1990-01', null, 28, false],
  ['1990-01', '2026-06-30', 28, false],
  ['in 1990-01', '2026-06', 28, false],
  ['1990-10', '2026-10', 28, true],
])('born %s, graduating %s, limit %i: over age is %s', (born, graduates, limit, expected) => {
  expect(isOverAge(born, graduates, limit)).toBe(expected);
});

test('a League post keeps the membership, so only people without one are reported', () => {
  const person = { birthMonth: '1998-06', graduationMonth: '2026-06' };
  expect(mustReportAge({ ...person, hasLeaguePost: false }, 28)).toBe(true);
  expect(mustReportAge({ ...person, hasLeaguePost: true }, 28)).toBe(false);
});

test.each([
  ['1998-06', '2026-06', 'over'],
  ['1998-07', '2026-06', 'under'],
  [null, '2026-06', 'unknown'],
  ['1998-06', null, 'unknown'],
  ['1998', '2026-06', 'unknown'],
] as const)('a roster with birth %s and graduation %s knows: %s', (birthMonth, graduationMonth, age) => {
  expect(ageAgainst({ birthMonth, graduationMonth }, 28)).toBe(age);
});

it('reports somebody over age of whom no roster says a League post, and nobody under age', () => {
  const person = { graduationMonth: '2026-06', hasLeaguePost: null };
  expect(mustReportAge({ ...person, birthMonth: '1998-06' }, 28)).toBe(true);
  expect(mustReportAge({ ...person, birthMonth: '1998-07' }, 28)).toBe(false);
});
