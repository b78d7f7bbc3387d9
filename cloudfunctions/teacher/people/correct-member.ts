import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { keysOfMember, numberKey } from '../../../miniprogram/domain/text/keys';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { memberByNumber } from '../../_shared/people/find-people';
import type { Ports } from '../../_shared/platform/ports';
import { checkText } from '../../_shared/platform/text-check';
import type { Member } from '../../_shared/store/records';
import { changeMember, memberWithin, personNamed } from '../roster/member-within';

/** `CONFLICT` with `studentNumber` when somebody else has it: two records of one person are another matter. */
const freeNumber = async (ports: Ports, member: Member, typed: string): Promise<Result<undefined>> => {
  const other = await memberByNumber(ports, typed);
  return other && other._id !== member._id ? fail('CONFLICT', 'studentNumber') : ok(undefined);
};

/** Puts a name or a number right. The record keeps its id, and what is under way goes on under the new name. */
export const correctMember: EarlyReader<'teacher', 'correctMember', CollegeCaller> = readingEarly(
  personNamed,
  async (ports, { caller, request }, { member, own }) => {
    const found = memberWithin(caller, member);
    if (!found.ok) return found;
    const { name } = request;
    const studentNumber = numberKey(request.studentNumber);
    const free = await freeNumber(ports, found.data, studentNumber);
    if (!free.ok) return free;
    const checked = await checkText(ports, caller.account, 'name', [name]);
    if (!checked.ok) return checked;
    return changeMember(
      ports,
      caller,
      { member: found.data, own },
      {
        action: 'correct-member',
        undoable: 'correct-member',
        change: { name, studentNumber, ...keysOfMember({ name, studentNumber }) },
        isDone: (stored) => stored.name === name && stored.studentNumber === studentNumber,
      },
    );
  },
);
