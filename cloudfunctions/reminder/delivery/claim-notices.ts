import { ok } from '../../../miniprogram/domain/errors';
import { DELIVERY } from '../../_shared/policy';
import type { Ports } from '../../_shared/ports';
import type { Notice } from '../../_shared/records';
import { OPEN_NOTICE_STATUSES } from '../../_shared/records/notice';

export interface Claim {
  readonly claimed: Notice[];
  readonly tooLate: number;
  /** Whether there was anything due at all; another timer may have taken it. */
  readonly found: number;
}

const isOpen = ({ status, nextAt }: Notice, now: number): boolean =>
  nextAt <= now && OPEN_NOTICE_STATUSES.some((open) => open === status);

/** Due now and for the first time, due again, or left behind by a sender whose lease has ended. */
const findDue = async ({ store }: Ports, now: number): Promise<Notice[]> => {
  const pages = await Promise.all(
    OPEN_NOTICE_STATUSES.map((status) =>
      store.find('notices', {
        where: { status, nextAt: { lte: now } },
        orderBy: ['nextAt', 'asc'],
        limit: DELIVERY.batchSize,
      }),
    ),
  );
  return pages
    .flat()
    .sort((a, b) => a.nextAt - b.nextAt)
    .slice(0, DELIVERY.batchSize);
};

/**
 * Takes a batch for this sender: of two timers at once, the database lets one win and the other finds the notices
 * leased. What is past `notAfter` is dropped here; a digest later, because it has a next one to plan.
 */
export const claimNotices = async (ports: Ports): Promise<Claim> => {
  const { store, clock } = ports;
  const due = await findDue(ports, clock.now());
  if (due.length === 0) return { claimed: [], tooLate: 0, found: 0 };
  const claim = await store.transact(async (tx) => {
    const now = clock.now();
    const claimed: Notice[] = [];
    let tooLate = 0;
    for (const { _id } of due) {
      const notice = await tx.get('notices', _id);
      if (!notice || !isOpen(notice, now)) continue;
      if (notice.kind !== 'digest' && notice.notAfter !== null && notice.notAfter < now) {
        tooLate += 1;
        tx.put('notices', { ...notice, status: 'too-late', readAt: notice.readAt ?? now, settledAt: now });
        continue;
      }
      const leased: Notice = {
        ...notice,
        status: 'sending',
        attempts: notice.attempts + 1,
        nextAt: now + DELIVERY.leaseMs,
      };
      claimed.push(leased);
      tx.put('notices', leased);
    }
    return ok({ claimed, tooLate });
  });
  return claim.ok ? { ...claim.data, found: due.length } : { claimed: [], tooLate: 0, found: due.length };
};
