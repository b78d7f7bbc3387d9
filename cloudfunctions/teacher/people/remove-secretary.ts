import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { changeMember, memberNamed, withMember } from '../roster/member-within';

export const removeSecretary: EarlyReader<'teacher', 'removeSecretary', CollegeCaller> = readingEarly(
  memberNamed,
  withMember((ports, { caller }, member) =>
    changeMember(
      ports,
      caller,
      { member },
      {
        action: 'remove-secretary',
        change: { isSecretary: false },
        isDone: ({ isSecretary }) => !isSecretary,
      },
    ),
  ),
);
