import { fail, ok } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { checkText } from '../../_shared/platform/text-check';

/** Where and when the caller's college stamps the 《团员证》. */
export const cardOffice: UseCase<'teacher', 'cardOffice', CollegeCaller> = async ({ store }, { caller }) => {
  const college = await store.get('colleges', caller.scopeId);
  return college ? ok({ office: college.office ?? null }) : fail('COLLEGE_UNKNOWN');
};

/** Says so to all graduates of the college; null takes it away. */
export const saveCardOffice: UseCase<'teacher', 'saveCardOffice', CollegeCaller> = async (
  ports,
  { caller, request: { office } },
) => {
  const checked = await checkText(ports, caller.account, 'office', [office?.place, office?.hours]);
  if (!checked.ok) return checked;
  return ports.store.transact(async (tx) => {
    const college = await tx.get('colleges', caller.scopeId);
    if (!college) return fail('COLLEGE_UNKNOWN');
    const { office: _before, ...rest } = college;
    tx.put('colleges', { ...rest, ...(office ? { office } : {}), version: college.version + 1 });
    const actor = actingAs(caller.account, caller.role);
    const at = ports.clock.now();
    const facts = { isSet: office !== null, ...checked.data };
    putAudit(tx, { subjectId: college._id, key: at, action: 'save-card-office', actor, at, facts });
    return ok({ office });
  });
};
