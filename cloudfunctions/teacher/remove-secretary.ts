import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { changeMember, memberWithin } from './roster/member-within';

export const removeSecretary: UseCase<'teacher', 'removeSecretary', CollegeCaller> = async (
  ports,
  { caller, request: { memberId } },
) => {
  const found = await memberWithin(ports, caller, memberId);
  if (!found.ok) return found;
  return changeMember(ports, caller, found.data, {
    action: 'remove-secretary',
    change: { isSecretary: false },
    isDone: ({ isSecretary }) => !isSecretary,
  });
};
