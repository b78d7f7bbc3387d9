/**
 * Two transactions of which one only reads what the other changes do not meet. So whoever makes something new about a
 * person writes the person too, and whoever unbinds, erases or moves a person writes them first and looks for what they
 * own afterwards: of such two, one always has to begin again and sees what the other did.
 */
import { withHeadMove } from './headcount';
import type { Store, Transaction } from './ports';
import type { Member } from './records';

/** A branch has fewer people than this. */
const MOST = 1000;

/** Raises the person's version; none when the person is not on the roster any more. */
export const touchMember = async (
  tx: Transaction,
  memberId: string,
  change: Partial<Pick<Member, 'asksForCode' | 'uploadFolders'>> = {},
): Promise<Member | undefined> => {
  const member = (await tx.getMany('members', [memberId]))[0];
  if (!member) return undefined;
  const touched = { ...member, ...change, version: member.version + 1 };
  tx.put('members', touched);
  return touched;
};

/** The same of somebody whose latest transfer is of this season from now on, epoch ms. */
export const touchStarted = async (
  tx: Transaction,
  memberId: string,
  { startedIn, now }: { readonly startedIn: string; readonly now: number },
): Promise<void> => {
  const member = (await tx.getMany('members', [memberId]))[0];
  if (!member) return;
  tx.put('members', withHeadMove(member, { ...member, startedIn, version: member.version + 1 }, now));
};

/**
 * After a branch has changed: whoever of it is just being bound, or just asks for something, by what the branch was
 * before has to begin again.
 */
export const touchBranch = async (store: Store, branchId: string): Promise<void> => {
  // With their lines, not by their ids alone: one that cannot be read is written by nobody.
  const members = await store.find('members', { where: { branchId }, orderBy: ['name', 'asc'], limit: MOST });
  const ids = members.map(({ _id }) => _id);
  if (ids.length > 0) await store.changeAll('members', { _id: { in: ids } }, { add: { version: 1 } });
};
