import { fail } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
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
  return changeMember(ports, caller, found.data, {
    action: 'transfer-member',
    change: { branchId, branchName: branch.name, isSecretary: false },
    isDone: (member) => member.branchId === branchId,
  });
};
