import { countOneMore, oneMoreToday } from '../../../../miniprogram/domain/transfer/per-day';
import { chinaDay } from '../../../../miniprogram/domain/calendar/china-time';

const at = (text: string): number => Date.parse(`2026-06-${text}+08:00`);
const NOW = at('10T12:00');
const tooOften = { ok: false, error: { code: 'DAILY_LIMIT', detail: { most: 2 } } };

test.each<[string, string[], boolean]>([
  ['nothing yet', [], true],
  ['one of two', ['10T08:00'], true],
  ['both', ['10T08:00', '10T09:00'], false],
  ['both yesterday', ['09T08:00', '09T23:59'], true],
  ['one just before midnight, one just after', ['09T23:59', '10T00:00'], true],
])('with %s, one more today is allowed: %#', (_case, moments, isAllowed) => {
  expect(oneMoreToday(moments.map(at), 2, NOW)).toMatchObject(isAllowed ? { ok: true } : tooOften);
});

test('a kept count goes up by one, starts anew each China day, and stops at the most', () => {
  const day = chinaDay(NOW);
  expect(countOneMore(undefined, 2, NOW)).toEqual({ ok: true, data: { day, count: 1 } });
  expect(countOneMore({ day, count: 1 }, 2, NOW)).toEqual({ ok: true, data: { day, count: 2 } });
  expect(countOneMore({ day, count: 2 }, 2, NOW)).toMatchObject(tooOften);
  expect(countOneMore({ day: day - 1, count: 2 }, 2, NOW)).toEqual({ ok: true, data: { day, count: 1 } });
});
