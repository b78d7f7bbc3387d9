import { planDigest } from '../../../../miniprogram/domain/reminding/digest';
import { at } from '../deadline-table';
import { lines, rulebook } from '../planned';

test.each([
  ['2026-06-11T08:00:00+08:00', '2026-06-11T12:00:00+08:00', '2026-06-12T09:00'],
  ['2026-06-10T10:00:00+08:00', '2026-06-10T12:00:00+08:00', '2026-06-12T09:00'],
  // A Thursday; the next morning comes too early, and then it is the weekend.
  ['2026-06-11T10:00:00+08:00', '2026-06-11T12:00:00+08:00', '2026-06-15T09:00'],
  ['2026-06-01T10:00:00+08:00', '2026-06-11T08:59:00+08:00', '2026-06-11T09:00'],
  ['2026-06-01T10:00:00+08:00', '2026-06-11T09:01:00+08:00', '2026-06-12T09:00'],
])('waiting since %s, seen at %s: the digest goes out %s', (since, now, due) => {
  const digest = planDigest({
    accountId: 'a',
    audience: 'teacher',
    oldestSince: at(since),
    now: at(now),
    rulebook,
  });
  expect(lines([digest])[0]?.[2]).toBe(due);
});
