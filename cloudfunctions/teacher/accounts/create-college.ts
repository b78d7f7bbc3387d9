import { ok } from '../../../miniprogram/domain/errors';
import { placeKey } from '../../../miniprogram/domain/text/keys';
import { putAudit } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { allColleges, placeNamed } from '../../_shared/store/branches';
import { collegeIdOf } from '../../_shared/store/record-ids';
import { checkText } from '../../_shared/platform/text-check';

/** Adds a college; the same name again, however it is typed, is the same college. */
export const createCollege: UseCase<'teacher', 'createCollege', CollegeCaller> = async (
  ports,
  { caller: { account, role }, request: { name } },
) => {
  const checked = await checkText(ports, account, 'name', [name]);
  if (!checked.ok) return checked;
  const known = placeNamed(await allColleges(ports), name);
  if (known) return ok({ collegeId: known._id });
  return ports.store.transact(async (tx) => {
    const collegeId = collegeIdOf(name);
    if (await tx.get('colleges', collegeId)) return ok({ collegeId });
    tx.put('colleges', {
      _id: collegeId,
      recordVersion: 3,
      version: 1,
      name,
      nameKey: placeKey(name),
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
