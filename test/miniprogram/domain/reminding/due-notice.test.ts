import { DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { EVENT_LIFE_MS, lastMomentOf, noticeId } from '../../../../miniprogram/domain/reminding/due-notice';
import { at } from '../deadline-table';

it('names a notice by its owner, attempt and kind, a reminder also by its days', () => {
  expect(noticeId('t-1', 2, 'approved')).toBe('t-1:2:approved');
  expect(noticeId('t-1', 2, 'deadline-near', 3)).toBe('t-1:2:deadline-near-3');
  expect(noticeId('t-1', 2, 'deadline-near', 0)).toBe('t-1:2:deadline-near-0');
});

it('holds until the last moment of the day in China, what happened for a week', () => {
  expect(lastMomentOf(at('2027-06-15T09:00:00+08:00'))).toBe(at('2027-06-16T00:00:00+08:00') - 1);
  expect(EVENT_LIFE_MS).toBe(7 * DAY_MS);
});
