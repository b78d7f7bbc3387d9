import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { changeMember, memberNamed, memberWithin } from '../roster/member-within';

export const removeSecretary: EarlyReader<'teacher', 'removeSecretary', CollegeCaller> = readingEarly(
  memberNamed,
  async (ports, { caller }, named) => {
    const found = memberWithin(caller, named);
    if (!found.ok) return found;
    const person = { member: found.data };
    return changeMember(ports, caller, person, {
      action: 'remove-secretary',
      change: { isSecretary: false },
      isDone: ({ isSecretary }) => !isSecretary,
    });
  },
);
