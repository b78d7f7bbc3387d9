import { insideCard } from '../../../../../../miniprogram/packages/teacher/board/charts/card-width';

it.each([
  { window: 320, inside: 256 },
  { window: 375, inside: 311 },
  { window: 820, inside: 696 },
  { window: 899, inside: 696 },
  { window: 900, inside: 396 },
  { window: 1100, inside: 488 },
  { window: 1440, inside: 488 },
])('a chart in a window of $window px is drawn $inside px wide with its labels', ({ window, inside }) => {
  expect(insideCard(window)).toBe(inside);
});
