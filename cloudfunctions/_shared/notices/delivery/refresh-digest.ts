import { HOUR_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { ok } from '../../../../miniprogram/domain/errors';
import { digestWords, toDigest, type WaitingFacts } from '../digest';
import type { Ports } from '../../platform/ports';
import type { Query } from '../../store/ports';
import type { Notice } from '../../store/records';
import { rulebookNamed } from '../../season/season';

/** What the college decides. */
const UNDECIDED = ['submitted', 'registered'] as const;
/** What its queue shows besides: mostly others act, so nobody is overdue for it. */
const TO_LOOK_AT = ['refused', 'timedOut'] as const;

interface Waiting {
  readonly count: number;
  readonly oldest: Omit<WaitingFacts, 'count'> | undefined;
}

type Store = Ports['store'];

const transfersWaiting = async (store: Store, where: Query<'transfers'>['where']): Promise<Waiting> => {
  const [count, [oldest]] = await Promise.all([
    store.count('transfers', where),
    store.find('transfers', { where, orderBy: ['waitingSince', 'asc'], limit: 1 }),
  ]);
  if (!oldest) return { count, oldest: undefined };
  const { memberName, branchName, waitingSince: oldestSince } = oldest;
  return { count, oldest: { memberName, branchName, oldestSince } };
};

const requestsWaiting = async (store: Store, where: Query<'resetRequests'>['where']): Promise<Waiting> => {
  const [count, [oldest]] = await Promise.all([
    store.count('resetRequests', where),
    store.find('resetRequests', { where, orderBy: ['requestedAt', 'asc'], limit: 1 }),
  ]);
  if (!oldest) return { count, oldest: undefined };
  const { memberName, branchName, requestedAt: oldestSince } = oldest;
  return { count, oldest: { memberName, branchName, oldestSince } };
};

const sumOf = (sources: readonly Waiting[]): WaitingFacts | undefined => {
  const [oldest] = sources
    .flatMap((source) => source.oldest ?? [])
    .sort((a, b) => a.oldestSince - b.oldestSince);
  const count = sources.reduce((sum, source) => sum + source.count, 0);
  // What was counted a moment before may be gone from the list, and the other way round.
  return oldest && { ...oldest, count: Math.max(1, count) };
};

/** What waits for the reader; nothing when all is done. */
const waitingFor = async ({ store, clock }: Ports, { audience, aboutId, digestOf, rulebookId }: Notice) => {
  const now = clock.now();
  const { escalateAfterHours } = rulebookNamed(rulebookId);
  const isOfAll = digestOf === 'all';
  const since = { lte: isOfAll ? now : now - escalateAfterHours * HOUR_MS };
  if (audience === 'secretary')
    return sumOf([await requestsWaiting(store, { branchId: aboutId, state: 'waiting', requestedAt: since })]);
  const states = isOfAll ? [...UNDECIDED, ...TO_LOOK_AT] : UNDECIDED;
  const escalated = { collegeId: aboutId, state: 'escalated', requestedAt: since };
  return sumOf(
    await Promise.all([
      requestsWaiting(store, escalated),
      ...states.map((state) => transfersWaiting(store, { collegeId: aboutId, state, waitingSince: since })),
    ]),
  );
};

/**
 * Writes a claimed digest anew from what waits now and plans the teacher's next; drops it when nothing waits.
 * Resolves to the digest to send, if any.
 */
export const refreshDigest = async (ports: Ports, claimed: Notice): Promise<Notice | undefined> => {
  const { store, clock } = ports;
  const { accountId, aboutId: collegeId } = claimed;
  const rulebook = rulebookNamed(claimed.rulebookId);
  const now = clock.now();
  const facts = await waitingFor(ports, claimed);
  const refreshed = await store.transact(async (tx) => {
    const notice = await tx.get('notices', claimed._id);
    if (notice?.status !== 'sending' || notice.leaseId !== claimed.leaseId) return ok(undefined);
    if (!facts) {
      tx.put('notices', { ...notice, status: 'cancelled', readAt: now, settledAt: now });
      return ok(undefined);
    }
    if (claimed.audience === 'teacher') {
      // An hour on, so that the next one is tomorrow's even when this one is sent on the stroke of the hour.
      const next = toDigest({ accountId, collegeId }, facts, { rulebook, now: now + HOUR_MS });
      const { records, unreadable } = await tx.lookUp('notices', [next._id]);
      if (records.length + unreadable.size === 0) tx.put('notices', next);
    }
    const isLate = notice.notAfter !== null && notice.notAfter < now;
    const words = { ...notice, ...digestWords(facts, notice, { rulebook, at: now }) };
    tx.put('notices', isLate ? { ...notice, status: 'too-late', readAt: now, settledAt: now } : words);
    return ok(isLate ? undefined : words);
  });
  return refreshed.ok ? refreshed.data : undefined;
};
