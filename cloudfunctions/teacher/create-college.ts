import { ok } from '../../miniprogram/domain/errors';
import { putAudit } from '../_shared/audit';
import type { UseCase } from '../_shared/entry';
import { actingAs, type CollegeCaller } from '../_shared/identity';
import { collegeIdOf } from '../_shared/record-ids';
import { checkText } from '../_shared/text-check';

/** Adds a college; the same name again is the same college. */
export const createCollege: UseCase<'teacher', 'createCollege', CollegeCaller> = async (
  ports,
  { caller: { account, role }, request: { name } },
) => {
  const checked = await checkText(ports, account._id, 'name', [name]);
  if (!checked.ok) return checked;
  return ports.store.transact(async (tx) => {
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
    const [at, facts] = [ports.clock.now(), checked.data];
    putAudit(tx, { subjectId: collegeId, key: 1, action: 'create-college', actor, at, facts });
    return ok({ collegeId });
  });
};
