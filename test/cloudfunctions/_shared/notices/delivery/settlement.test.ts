/** What is written about a notice once it is known what became of it, at the first attempt and at the last. */
import {
  settlementOf,
  type Verdict,
} from '../../../../../cloudfunctions/_shared/notices/delivery/settlement';
import { DELIVERY } from '../../../../../cloudfunctions/_shared/kernel/policy';
import type { Notice } from '../../../../../cloudfunctions/_shared/store/records';
import { GRADUATE, openUniversity } from '../../../support/people';
import { dataOf } from '../../../support/world';

const NOW = Date.UTC(2027, 5, 10, 4);
const READY = NOW - 1000;
const HELD = ['sending'];

let notice: Notice;
beforeAll(async () => {
  const { world } = await openUniversity();
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const [stored] = world.store.all('notices');
  if (!stored) throw new Error('nobody was told');
  notice = stored;
});

const settled = (verdict: Verdict, attempts = 1, readyAt = READY) =>
  settlementOf({ ...notice, attempts }, verdict, { now: NOW, readyAt: () => readyAt });
const again = (nextAt: number, more: object = {}) => ({ status: 'planned', nextAt, leaseId: null, ...more });

test.each<[string, Verdict, object]>([
  ['no consent was left', { kind: 'no-credit', code: 43101 }, { status: 'no-credit', errorCode: 43101 }],
  ['nobody was asked', { kind: 'not-asked' }, { status: 'no-credit', errorCode: null }],
  [
    'a field was wrong',
    { kind: 'invalid', code: 47003, field: 'thing1' },
    { status: 'invalid', errorCode: 47003, problem: 'thing1' },
  ],
  [
    'something was wrong, WeChat does not say what',
    { kind: 'invalid', code: 41030 },
    { status: 'invalid', errorCode: 41030, problem: null },
  ],
  ['it can go to nobody', { kind: 'dead' }, { status: 'dead' }],
])('%s: that is its end', (_what, verdict, set) => {
  expect(settled(verdict)).toEqual({ set: { ...set, settledAt: NOW }, over: HELD, attempts: 0 });
});

test.each<[string, Verdict, object]>([
  ['it would come too late', { kind: 'too-late' }, { status: 'too-late' }],
  ['it is no longer true', { kind: 'gone' }, { status: 'cancelled' }],
])('%s: it ends, and nobody finds it unread', (_what, verdict, set) => {
  expect(settled(verdict)).toEqual({ set: { ...set, readAt: NOW, settledAt: NOW }, over: HELD, attempts: 0 });
});

test('what was sent is sent, also where somebody cancelled it meanwhile; whether in time is noted', () => {
  const sent = (isPrompt: boolean) => ({
    set: { status: 'sent', errorCode: null, settledAt: NOW, isPrompt },
    over: ['sending', 'cancelled'],
    attempts: 0,
  });
  expect(settled({ kind: 'sent' })).toEqual(sent(true));
  expect(settled({ kind: 'sent' }, 1, NOW - DELIVERY.promptMs)).toEqual(sent(true));
  expect(settled({ kind: 'sent' }, 1, NOW - DELIVERY.promptMs - 1)).toEqual(sent(false));
});

test.each<[string, Verdict, object, 0 | -1]>([
  ['our own fault', { kind: 'broken' }, again(NOW + DELIVERY.brokenMs), 0],
  [
    'WeChat contradicts the ledger',
    { kind: 'doubted', code: 43101 },
    again(NOW + DELIVERY.doubtMs, { errorCode: 43101 }),
    0,
  ],
  [
    'WeChat takes nothing of ours',
    { kind: 'denied', code: 48001 },
    again(NOW + DELIVERY.deniedMs, { errorCode: 48001 }),
    -1,
  ],
  ['it is night', { kind: 'held', until: NOW + 5 }, again(NOW + 5), -1],
  ['no time was left', { kind: 'unsent' }, again(NOW), -1],
])('%s: it waits', (_what, verdict, set, attempts) => {
  expect(settled(verdict)).toEqual({ set, over: HELD, attempts });
});

test('a busy WeChat is asked again, each time after twice as long, and not more often than that', () => {
  const waits = (attempts: number) => {
    const set = settled({ kind: 'busy', code: -1 }, attempts)?.set;
    return (set?.nextAt ?? NaN) - NOW;
  };
  const first = DELIVERY.firstBackoffMs;
  expect([1, 2, 3].map(waits)).toEqual(
    [first, 2 * first, 4 * first].map((ms) => Math.min(ms, DELIVERY.maxBackoffMs)),
  );
  expect(waits(DELIVERY.maxAttempts - 1)).toBeLessThanOrEqual(DELIVERY.maxBackoffMs);
});

test.each<[string, Verdict, object]>([
  ['busy', { kind: 'busy', code: -1 }, { status: 'dead', errorCode: -1 }],
  ['broken', { kind: 'broken' }, { status: 'dead' }],
  ['unknown', { kind: 'unknown', code: -604 }, { status: 'dead', errorCode: -604, mayRepeat: true }],
])('%s at the last attempt: it is given up, and shown to the teacher', (_what, verdict, set) => {
  expect(settled(verdict, DELIVERY.maxAttempts)).toEqual({
    set: { ...set, settledAt: NOW },
    over: HELD,
    attempts: 0,
  });
});

test('nothing is written of an unknown outcome before the last attempt', () => {
  expect(settled({ kind: 'unknown', code: -604 })).toBeUndefined();
});
