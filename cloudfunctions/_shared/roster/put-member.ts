/** Writes one person of the roster and what hangs on them: secretaries of branches, what is under way. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { changeOwner, ownRecords, type OwnRecords } from '../people/own-records';
import type { Ports, Transaction } from '../ports';
import type { Branch, Member } from '../records';

const withoutSecretary = (branch: Branch, accountId: string): Branch => ({
  ...branch,
  version: branch.version + 1,
  secretaries: branch.secretaries.filter((secretary) => secretary.accountId !== accountId),
});

/** Somebody who has signed in keeps the branches' lists of secretaries true when their row changes. */
const moveSecretary = async (tx: Transaction, before: Member, after: Member): Promise<void> => {
  const { accountId } = before;
  if (accountId === null || (!before.isSecretary && !after.isSecretary)) return;
  const left = before.isSecretary ? await tx.get('branches', before.branchId) : undefined;
  if (left) tx.put('branches', withoutSecretary(left, accountId));
  const joined = after.isSecretary ? await tx.get('branches', after.branchId) : undefined;
  if (!joined) return;
  const cleared = withoutSecretary(joined, accountId);
  tx.put('branches', { ...cleared, secretaries: [...cleared.secretaries, { accountId, name: after.name }] });
};

/** What is under way goes with its owner to the new branch, or the old one would still decide who sees it. */
const moveOwn = async (tx: Transaction, own: OwnRecords, before: Member, after: Member): Promise<void> => {
  const { name: memberName, branchId, branchName } = after;
  if (before.branchId === branchId && before.branchName === branchName && before.name === memberName) return;
  await changeOwner(tx, own, { memberName, branchId, branchName });
};

/** What those have under way who may have begun, by member: a WeChat taken off a person leaves theirs. */
export const ownRecordsOf = async (
  ports: Pick<Ports, 'store'>,
  members: readonly Pick<Member, '_id' | 'accountId' | 'startedIn'>[],
): Promise<ReadonlyMap<string, OwnRecords>> => {
  const begun = members.filter(({ accountId, startedIn }) => accountId !== null || startedIn !== null);
  const found = await Promise.all(begun.map(async ({ _id }) => [_id, await ownRecords(ports, _id)] as const));
  return new Map(found);
};

/**
 * The row's facts on the member as it is now: signing in meanwhile is not undone. `CONFLICT` when the person
 * belongs to another college by now. `own` comes from `ownRecordsOf`.
 */
export const putMember = async (
  tx: Transaction,
  planned: Member,
  own: OwnRecords | undefined,
): Promise<Result<undefined>> => {
  const before = await tx.get('members', planned._id);
  if (before && before.collegeId !== planned.collegeId) return fail('CONFLICT');
  const { accountId = null, loginConfirmedAt = null, startedIn = null, version = 0 } = before ?? {};
  const after = { ...planned, accountId, loginConfirmedAt, startedIn, version: version + 1 };
  tx.put('members', after);
  if (!before) return ok(undefined);
  await moveSecretary(tx, before, after);
  if (own) await moveOwn(tx, own, before, after);
  return ok(undefined);
};

interface NewBranch {
  readonly id: string;
  readonly name: string;
  readonly inviteCode: string;
}

export const branchFrom = ({ id, name, inviteCode }: NewBranch, collegeId: string): Branch => ({
  _id: id,
  recordVersion: 1,
  version: 1,
  collegeId,
  name,
  inviteCode,
  inviteImage: null,
  secretaries: [],
});

/** Makes a branch unless it is there. */
export const putBranch = async (tx: Transaction, branch: NewBranch, collegeId: string): Promise<void> => {
  if (await tx.get('branches', branch.id)) return;
  tx.put('branches', branchFrom(branch, collegeId));
};
