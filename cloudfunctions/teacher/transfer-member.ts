import { fail } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { changeOwner, ownRecords } from '../_shared/people/own-records';
import { changeMember, memberWithin } from './roster/member-within';

/** Moves a person to another branch of the college, with what they have under way. A secretary's office stays behind. */
export const transferMember: UseCase<'teacher', 'transferMember', CollegeCaller> = async (
  ports,
  { caller, request: { memberId, branchId } },
) => {
  const found = await memberWithin(ports, caller, memberId);
  if (!found.ok) return found;
  const branch = await ports.store.get('branches', branchId);
  if (branch?.collegeId !== found.data.collegeId) return fail('BRANCH_UNKNOWN', 'branchId');
  const own = await ownRecords(ports, memberId);
  const place = { branchId, branchName: branch.name };
  return changeMember(ports, caller, memberId, {
    action: 'transfer-member',
    change: () => ({ ...place, isSecretary: false }),
    isDone: (member) => member.branchId === branchId,
    also: (tx) => changeOwner(tx, own, place),
  });
};
