import { ok, type Result } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import { chunks } from '../../_shared/kernel/chunks';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import type { Notice } from '../../_shared/store/records';
import { DEAD_STATUSES } from './dead-letters';
import { noticeScope } from './notice-scope';
import { isLate } from './useless';

const PER_TRANSACTION = 20;

const isDead = ({ status }: Notice): boolean => DEAD_STATUSES.some((dead) => dead === status);

const retrySome = (
  { store, clock }: Ports,
  caller: CollegeCaller,
  ids: readonly string[],
): Promise<Result<number>> =>
  store.transact(async (tx) => {
    const now = clock.now();
    const { collegeId } = noticeScope(caller);
    const actor = actingAs(caller.account, caller.role);
    let retried = 0;
    for (const notice of (await tx.lookUp('notices', ids)).records) {
      const isOwn = collegeId === undefined || notice.collegeId === collegeId;
      if (!isOwn || !isDead(notice) || isLate(notice, now)) continue;
      const cleared = { errorCode: null, problem: null, settledAt: null, leaseId: null };
      tx.put('notices', { ...notice, ...cleared, status: 'planned', nextAt: now, attempts: 0 });
      putAudit(tx, { subjectId: notice._id, key: now, action: 'retry-notice', actor, at: now });
      retried += 1;
    }
    return ok(retried);
  });

/** Makes notices that were given up due again, with all their attempts before them. */
export const retryNotices: UseCase<'teacher', 'retryNotices', CollegeCaller> = async (
  ports,
  { caller, request: { noticeIds } },
) => {
  let retried = 0;
  for (const ids of chunks([...new Set(noticeIds)], PER_TRANSACTION)) {
    const done = await retrySome(ports, caller, ids);
    if (!done.ok) return done;
    retried += done.data;
  }
  return ok({ retried });
};
