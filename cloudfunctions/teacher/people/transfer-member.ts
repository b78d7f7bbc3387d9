import { fail } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { changeMember, memberWithin, personNamed } from '../roster/member-within';

/** Moves a person to another branch of the college, with what they have under way. A secretary's office stays behind. */
export const transferMember: EarlyReader<'teacher', 'transferMember', CollegeCaller> = readingEarly(
  (ports, request) =>
    Promise.all([personNamed(ports, request), ports.store.get('branches', request.branchId)]),
  async (ports, { caller, request: { branchId } }, [{ member, own }, branch]) => {
    const found = memberWithin(caller, member);
    if (!found.ok) return found;
    if (branch?.collegeId !== found.data.collegeId) return fail('BRANCH_UNKNOWN', 'branchId');
    const person = { member: found.data, own };
    return changeMember(ports, caller, person, {
      action: 'transfer-member',
      change: { branchId, branchName: branch.name, isSecretary: false },
      isDone: (stored) => stored.branchId === branchId,
    });
  },
);
