/** Writes one person of the roster and what hangs on them: secretaries of branches, what is under way. */
import { placeKey } from '../../../miniprogram/domain/text/keys';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { alongNow, takeAlong, type Along } from '../people/take-along';
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import type { Branch, Member } from '../store/records';
import { auditOffices, type Deed } from './audit-offices';

const withoutSecretary = (branch: Branch, accountId: string): Branch => ({
  ...branch,
  version: branch.version + 1,
  secretaries: branch.secretaries.filter((secretary) => secretary.accountId !== accountId),
});

/** Somebody who has signed in keeps the branches' lists of secretaries true when their row changes. */
export const moveSecretary = async (tx: Transaction, before: Member, after: Member): Promise<void> => {
  const { accountId } = before;
  if (accountId === null || (!before.isSecretary && !after.isSecretary)) return;
  const held = [
    ...(before.isSecretary ? [before.branchId] : []),
    ...(after.isSecretary ? [after.branchId] : []),
  ];
  const branches = new Map((await tx.getMany('branches', held)).map((branch) => [branch._id, branch]));
  const left = before.isSecretary ? branches.get(before.branchId) : undefined;
  if (left) tx.put('branches', withoutSecretary(left, accountId));
  const joined = after.isSecretary ? branches.get(after.branchId) : undefined;
  if (!joined) return;
  const cleared = withoutSecretary(joined, accountId);
  // With the number they gave to this branch; another branch's classmates were never given it.
  const own = joined.secretaries.find((secretary) => secretary.accountId === accountId);
  const named = { ...own, accountId, name: after.name };
  tx.put('branches', { ...cleared, secretaries: [...cleared.secretaries, named] });
};

/**
 * The row's facts on the member as `tx` has read it: signing in meanwhile is not undone. `CONFLICT` when the person
 * belongs to another college by now. `along` comes from `readAlong`. Resolves to the member as it is written.
 */
export const putMember = async (
  ports: Ports,
  tx: Transaction,
  before: Member | undefined,
  planned: Member,
  along: Along | undefined,
): Promise<Result<Member>> => {
  if (before && before.collegeId !== planned.collegeId) return fail('CONFLICT');
  const { accountId = null, loginConfirmedAt = null, startedIn = null } = before ?? {};
  const { overAgeRecordedAt = null, version = 0 } = before ?? {};
  const own = { accountId, loginConfirmedAt, startedIn, overAgeRecordedAt };
  const after = { ...before, ...planned, ...own, version: version + 1 };
  tx.put('members', after);
  if (!before) return ok(after);
  await moveSecretary(tx, before, after);
  const goes = await alongNow(ports, along, before, after);
  if (goes) await takeAlong(tx, goes, before, after);
  return ok(after);
};

/**
 * Several, read in one round trip.
 * @param deed for the audit, where it is to tell of offices that begin or end
 */
export const putMembers = async (
  ports: Ports,
  tx: Transaction,
  planned: readonly Member[],
  along: ReadonlyMap<string, Along | undefined>,
  deed?: Deed,
): Promise<Result<undefined>> => {
  const { records, unreadable } = await tx.lookUp(
    'members',
    planned.map(({ _id }) => _id),
  );
  const before = new Map(records.map((member) => [member._id, member]));
  // Nobody waits for a line that cannot be read; it stays as it is.
  for (const member of planned.filter(({ _id }) => !unreadable.has(_id))) {
    const seen = before.get(member._id);
    const put = await putMember(ports, tx, seen, member, along.get(member._id));
    if (!put.ok) return put;
    if (deed) auditOffices(tx, seen, put.data, deed);
  }
  return ok(undefined);
};

interface NewBranch {
  readonly id: string;
  readonly name: string;
  readonly inviteCode: string;
  /** Keys of its other spellings. */
  readonly aliases: readonly string[];
}

export const branchFrom = ({ id, name, inviteCode, aliases }: NewBranch, collegeId: string): Branch => ({
  _id: id,
  recordVersion: 2,
  version: 1,
  collegeId,
  name,
  nameKey: placeKey(name),
  aliases: [...aliases],
  inviteCode,
  inviteImage: null,
  secretaries: [],
});
