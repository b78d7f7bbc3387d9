import { ok } from '../../miniprogram/domain/errors';
import { putAudit } from '../_shared/audit';
import type { UseCase } from '../_shared/entry';
import { actingAs, type CollegeCaller } from '../_shared/identity';
import { collegeIdOf } from '../_shared/record-ids';

/** Adds a college; the same name again is the same college. */
export const createCollege: UseCase<'teacher', 'createCollege', CollegeCaller> = (
  { store, clock },
  { caller: { account, role }, request: { name } },
) =>
  store.transact(async (tx) => {
    const collegeId = collegeIdOf(name);
    if (await tx.get('colleges', collegeId)) return ok({ collegeId });
    tx.put('colleges', {
      _id: collegeId,
      recordVersion: 1,
      version: 1,
      name,
      teachers: [],
      rosterVersion: 0,
      rosterRunId: null,
    });
    const actor = actingAs(account, role);
    putAudit(tx, { subjectId: collegeId, key: 1, action: 'create-college', actor, at: clock.now() });
    return ok({ collegeId });
  });
