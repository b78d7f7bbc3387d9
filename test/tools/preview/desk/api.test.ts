import { longTime, shortTime } from '../../../../tools/preview/desk/api';

const at = (iso: string): number => Date.parse(`${iso}+08:00`);

describe('times on the desk', () => {
  it('shows the simulated moment in China time', () => {
    expect(longTime(at('2026-06-12T09:41:00'))).toBe('2026年6月12日 周五 09:41');
  });

  it.each([
    ['2026-06-12T00:05:00', '00:05'],
    ['2026-06-11T23:59:00', '昨天 23:59'],
    ['2026-06-04T15:12:00', '6月4日 15:12'],
  ])('shortens %s to %s', (moment, shown) => {
    expect(shortTime(at(moment), at('2026-06-12T09:41:00'))).toBe(shown);
  });
});
