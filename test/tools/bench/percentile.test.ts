import { percentile } from '../../../tools/bench/percentile';

it.each([
  [[3, 1, 2], 50, 2],
  [[4, 1, 2, 3], 50, 2.5],
  [[1, 2, 3, 4, 5], 25, 2],
  [[10, 20], 95, 19.5],
  [[7], 95, 7],
])('of %j, %d per cent lie below %d', (values, share, expected) => {
  expect(percentile(values, share)).toBeCloseTo(expected);
});
