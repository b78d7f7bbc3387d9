import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { changeMember, memberWithin } from './roster/member-within';

/** Makes somebody a secretary of their branch; a branch can have several. */
export const assignSecretary: UseCase<'teacher', 'assignSecretary', CollegeCaller> = async (
  ports,
  { caller, request: { memberId } },
) => {
  const found = await memberWithin(ports, caller, memberId);
  if (!found.ok) return found;
  return changeMember(ports, caller, found.data, {
    action: 'assign-secretary',
    change: { isSecretary: true },
    isDone: ({ isSecretary }) => isSecretary,
  });
};
