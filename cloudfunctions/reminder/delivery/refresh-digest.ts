import { HOUR_MS } from '../../../miniprogram/domain/china-time';
import { ok } from '../../../miniprogram/domain/errors';
import { digestWords, toDigest, type WaitingFacts } from '../../_shared/digest';
import { PAGING } from '../../_shared/policy';
import type { Ports } from '../../_shared/ports';
import type { Notice } from '../../_shared/records';
import { rulebookNamed } from '../../_shared/season';

const TRANSFER_STATES = ['submitted', 'registered'] as const;

interface Waiting {
  readonly memberName: string;
  readonly branchName: string;
  readonly since: number;
}

const factsOf = (items: readonly Waiting[]): WaitingFacts | undefined => {
  const [oldest] = [...items].sort((a, b) => a.since - b.since);
  if (!oldest) return undefined;
  const { memberName, branchName, since: oldestSince } = oldest;
  return { count: items.length, oldestSince, memberName, branchName };
};

/** What has waited for the college since before `cutoff`. */
const waitingInCollege = async ({ store }: Ports, collegeId: string, cutoff: number): Promise<Waiting[]> => {
  const [requests, ...transfers] = await Promise.all([
    store.find('resetRequests', {
      where: { collegeId, state: 'escalated', requestedAt: { lte: cutoff } },
      orderBy: ['requestedAt', 'asc'],
      limit: PAGING.queue,
    }),
    ...TRANSFER_STATES.map((state) =>
      store.find('transfers', {
        where: { collegeId, state, waitingSince: { lte: cutoff } },
        orderBy: ['waitingSince', 'asc'],
        limit: PAGING.queue,
      }),
    ),
  ]);
  return [
    ...requests.map(({ memberName, branchName, requestedAt: since }) => ({ memberName, branchName, since })),
    ...transfers
      .flat()
      .map(({ memberName, branchName, waitingSince: since }) => ({ memberName, branchName, since })),
  ];
};

const waitingInBranch = async ({ store }: Ports, branchId: string, cutoff: number): Promise<Waiting[]> => {
  const requests = await store.find('resetRequests', {
    where: { branchId, state: 'waiting', requestedAt: { lte: cutoff } },
    orderBy: ['requestedAt', 'asc'],
    limit: PAGING.queue,
  });
  return requests.map(({ memberName, branchName, requestedAt: since }) => ({
    memberName,
    branchName,
    since,
  }));
};

/** What waits for the reader; nothing when all is done. */
const waitingFor = async (ports: Ports, { audience, aboutId, digestOf, rulebookId }: Notice) => {
  const now = ports.clock.now();
  const { escalateAfterHours } = rulebookNamed(rulebookId);
  const cutoff = digestOf === 'all' ? now : now - escalateAfterHours * HOUR_MS;
  const find = audience === 'secretary' ? waitingInBranch : waitingInCollege;
  return factsOf(await find(ports, aboutId, cutoff));
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
      if (!(await tx.get('notices', next._id))) tx.put('notices', next);
    }
    const isLate = notice.notAfter !== null && notice.notAfter < now;
    const words = { ...notice, ...digestWords(facts, notice, { rulebook, at: now }) };
    tx.put('notices', isLate ? { ...notice, status: 'too-late', readAt: now, settledAt: now } : words);
    return ok(isLate ? undefined : words);
  });
  return refreshed.ok ? refreshed.data : undefined;
};
