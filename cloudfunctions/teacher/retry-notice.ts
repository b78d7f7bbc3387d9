import { fail, ok } from '../../miniprogram/domain/errors';
import { putAudit } from '../_shared/audit';
import type { UseCase } from '../_shared/entry';
import { actingAs, type CollegeCaller } from '../_shared/identity';
import { DEAD_STATUSES, isOfUse } from './dead-letters';
import { noticeScope } from './notice-scope';

/** Makes a notice that was given up due again, with all its attempts before it. */
export const retryNotice: UseCase<'teacher', 'retryNotice', CollegeCaller> = (
  { store, clock },
  { caller, request: { noticeId } },
) =>
  store.transact(async (tx) => {
    const notice = await tx.get('notices', noticeId);
    const { collegeId } = noticeScope(caller);
    if (!notice || (collegeId !== undefined && notice.collegeId !== collegeId))
      return fail('NOT_FOUND', 'noticeId');
    const now = clock.now();
    if (!DEAD_STATUSES.some((status) => status === notice.status) || !isOfUse(notice, now))
      return fail('CONFLICT', 'noticeId');
    const cleared = { errorCode: null, problem: null, settledAt: null, leaseId: null };
    tx.put('notices', { ...notice, ...cleared, status: 'planned', nextAt: now, attempts: 0 });
    const actor = actingAs(caller.account, caller.role);
    putAudit(tx, { subjectId: noticeId, key: now, action: 'retry-notice', actor, at: now });
    return ok({});
  });
