import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { changeMember, memberWithin, personNamed } from '../roster/member-within';

/** Makes somebody a secretary of their branch; a branch can have several. */
export const assignSecretary: EarlyReader<'teacher', 'assignSecretary', CollegeCaller> = readingEarly(
  personNamed,
  async (ports, { caller }, { member, own }) => {
    const found = memberWithin(caller, member);
    if (!found.ok) return found;
    const person = { member: found.data, own };
    return changeMember(ports, caller, person, {
      action: 'assign-secretary',
      change: { isSecretary: true },
      isDone: ({ isSecretary }) => isSecretary,
    });
  },
);
