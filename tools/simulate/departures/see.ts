import type { Cloud } from '../cloud';
import { records } from '../outcome';
import type { Seen } from './acts';
import { OTHER_BRANCH, SECRETARY, type Person } from './college';

/** How things stand for a person, read past what goes wrong. */
export const see = async (cloud: Cloud, person: Person, seasonId: string): Promise<Seen> => {
  const members = await records(cloud, 'members');
  const branches = await records(cloud, 'branches');
  const numbered = (studentNumber: string) => members.find((one) => one.studentNumber === studentNumber);
  const member = numbered(person.studentNumber);
  const own = ({ memberId }: { memberId: string }): boolean => memberId === member?._id;
  return {
    person,
    member,
    transfer: (await records(cloud, 'transfers')).find(own),
    request: (await records(cloud, 'resetRequests')).filter(own).pop(),
    inviteCode: branches.find(({ _id }) => _id === member?.branchId)?.inviteCode ?? '',
    otherBranchId: branches.find(({ name }) => name === OTHER_BRANCH)?._id ?? '',
    secretaryId: numbered(SECRETARY.studentNumber)?._id ?? '',
    seasonId,
    now: cloud.clock.at,
  };
};
