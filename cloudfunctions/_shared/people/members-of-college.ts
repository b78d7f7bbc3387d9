import { pagesOf } from '../store/pages';
import type { HasStore } from '../store/ports';
import type { Member } from '../store/records';

/** The server gives no more in one answer. */
const PAGE = 1000;

/** Everybody of a college, in the order of their student numbers. */
export const membersOfCollege = async (ports: HasStore, collegeId: string): Promise<Member[]> => {
  const found: Member[] = [];
  for await (const page of pagesOf(ports, 'members', { where: { collegeId }, by: 'numberKey', size: PAGE }))
    found.push(...page);
  return found;
};
