import { HOUR_MS } from '../../../miniprogram/domain/china-time';
import { ok } from '../../../miniprogram/domain/errors';
import { digestWords, toDigest, type WaitingFacts } from '../../_shared/digest';
import { PAGING } from '../../_shared/policy';
import type { Ports } from '../../_shared/ports';
import type { Notice } from '../../_shared/records';
import { rulebookNamed } from '../../_shared/season';

const TRANSFER_STATES = ['submitted', 'registered'] as const;

/** What has waited for the college since before `cutoff`; nothing when all is done. */
const waitingIn = async (
  { store }: Ports,
  collegeId: string,
  cutoff: number,
): Promise<WaitingFacts | undefined> => {
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
  const items = [
    ...requests.map(({ memberName, branchName, requestedAt: since }) => ({ memberName, branchName, since })),
    ...transfers
      .flat()
      .map(({ memberName, branchName, waitingSince: since }) => ({ memberName, branchName, since })),
  ].sort((a, b) => a.since - b.since);
  const [oldest] = items;
  if (!oldest) return undefined;
  const { memberName, branchName, since: oldestSince } = oldest;
  return { count: items.length, oldestSince, memberName, branchName };
};

/**
 * Writes a claimed digest anew from what waits now and plans tomorrow's; drops it when nothing waits. Resolves to
 * the digest to send, if any.
 */
export const refreshDigest = async (ports: Ports, claimed: Notice): Promise<Notice | undefined> => {
  const { store, clock } = ports;
  const { accountId, aboutId: collegeId, attempts } = claimed;
  const rulebook = rulebookNamed(claimed.rulebookId);
  const now = clock.now();
  const facts = await waitingIn(ports, collegeId, now - rulebook.escalateAfterHours * HOUR_MS);
  const refreshed = await store.transact(async (tx) => {
    const notice = await tx.get('notices', claimed._id);
    if (notice?.status !== 'sending' || notice.attempts !== attempts) return ok(undefined);
    if (!facts) {
      tx.put('notices', { ...notice, status: 'cancelled', readAt: now, settledAt: now });
      return ok(undefined);
    }
    // An hour on, so that the next one is tomorrow's even when this one is sent on the stroke of the hour.
    const next = toDigest({ accountId, collegeId }, facts, { rulebook, now: now + HOUR_MS });
    if (!(await tx.get('notices', next._id))) tx.put('notices', next);
    const isLate = notice.notAfter !== null && notice.notAfter < now;
    const words = { ...notice, ...digestWords(facts, rulebook, now) };
    tx.put('notices', isLate ? { ...notice, status: 'too-late', readAt: now, settledAt: now } : words);
    return ok(isLate ? undefined : words);
  });
  return refreshed.ok ? refreshed.data : undefined;
};
