import { readingEarly, type EarlyReader } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { changeMember, memberNamed, memberWithin } from './roster/member-within';

/** Makes somebody a secretary of their branch; a branch can have several. */
export const assignSecretary: EarlyReader<'teacher', 'assignSecretary', CollegeCaller> = readingEarly(
  memberNamed,
  async (ports, { caller }, named) => {
    const found = memberWithin(caller, named);
    if (!found.ok) return found;
    return changeMember(ports, caller, found.data, {
      action: 'assign-secretary',
      change: { isSecretary: true },
      isDone: ({ isSecretary }) => isSecretary,
    });
  },
);
