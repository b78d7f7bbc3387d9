import { dateColumns, timeColumns } from '../../../../../tools/preview/runtime/builtins/picker-time';
import { toPixels } from '../../../../../tools/preview/runtime/builtins/scroll-view';
import { landing } from '../../../../../tools/preview/runtime/builtins/swiper';

describe('date columns', () => {
  const today = [2026, 6, 10] as const;

  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2030-05-05', '2028-05-05'],
    ['2025-01-01', '2025-06-15'],
    ['', '2026-06-10'],
  ])('start at %j with %s', (value, expected) => {
    const columns = dateColumns('2024-02-29', '2028-12-31', 'day', today);
    const limited = value === '2025-01-01' ? dateColumns('2025-06-15', '2028-12-31', 'day', today) : columns;
    expect(limited.valueOf(limited.indexOf(value))).toBe(expected);
  });

  it.each([
    ['year', '2026', 1],
    ['month', '2026-06', 2],
    ['day', '2026-06-10', 3],
  ] as const)('answer %s as %s', (fields, value, count) => {
    const columns = dateColumns('', '', fields, today);
    const chosen = columns.indexOf('2026-06-10');
    expect(columns.valueOf(chosen)).toBe(value);
    expect(columns.columns(chosen)).toHaveLength(count);
  });

  it('offer the 29th of February in leap years only', () => {
    const columns = dateColumns('2024-01-01', '2025-12-31', 'day', today);
    const days = (value: string) => columns.columns(columns.indexOf(value))[2]?.length;
    expect([days('2024-02-01'), days('2025-02-01')]).toEqual([29, 28]);
  });
});

describe('time columns', () => {
  it('keep minutes inside the first and last hour', () => {
    const columns = timeColumns('09:30', '18:15');
    const minutes = (value: string) => columns.columns(columns.indexOf(value))[1];
    expect([minutes('09:30')?.[0], minutes('12:00')?.length, minutes('18:00')?.at(-1)]).toEqual([
      '30',
      60,
      '15',
    ]);
    expect(columns.valueOf(columns.indexOf('07:00'))).toBe('09:30');
  });
});

it.each([
  [10, 10],
  ['10', 10],
  ['10px', 10],
  ['100rpx', 50],
  ['', undefined],
  [null, undefined],
])('reads the scroll position %j as %j px on a phone of 375 px', (value, px) => {
  expect(toPixels(value, 375)).toBe(px);
});

it.each([
  [3, 3, true, 0],
  [-1, 3, true, 2],
  [3, 3, false, 2],
  [-1, 3, false, 0],
  [1, 0, true, 0],
])('a swiper sent to %d of %d (circular: %j) lands on %d', (target, count, circular, index) => {
  expect(landing(target, count, circular)).toBe(index);
});
