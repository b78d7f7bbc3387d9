import { nameOf, yearsOffered } from '../../../../../../miniprogram/packages/teacher/season/new-season/view';

/** Last and first moments of years in China. */
const END_OF_2026 = Date.UTC(2026, 11, 31, 16) - 1;
const NOW = Date.UTC(2026, 5, 12, 1, 41);

it.each([
  ['while last year’s is open', NOW, '2025', ['2026', '2027']],
  ['while this year’s is open', NOW, '2026', ['2027']],
  ['while the next one is open', NOW, '2027', []],
  ['before there is any', NOW, '', ['2026', '2027']],
  ['in the last moment of a year, whose own deadline is over', END_OF_2026, '', ['2027']],
  ['in the first moment of a year, by China’s clock', END_OF_2026 + 1, '', ['2027', '2028']],
])('a season may be opened %s for these years', (_, now, seasonId, years) => {
  expect(yearsOffered(now, seasonId)).toEqual(years);
});

it('is named after the year of graduation', () => {
  expect(nameOf('2027')).toBe('2027届毕业季');
});
