/** Writes a roster in transactions of bounded size; stopped halfway, the same import finishes it. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { inParallel } from '../../_shared/in-parallel';
import { CODES, ROSTER } from '../../_shared/policy';
import type { Ports, Transaction } from '../../_shared/ports';
import type { Branch, College, Member } from '../../_shared/records';
import type { ImportPlan } from './plan-import';

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );

const putBranch = async (
  tx: Transaction,
  { id, name, inviteCode }: { id: string; name: string; inviteCode: string },
  collegeId: string,
): Promise<void> => {
  if (await tx.get('branches', id)) return;
  tx.put('branches', { _id: id, recordVersion: 1, version: 1, collegeId, name, inviteCode, secretaries: [] });
};

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

/** A transfer under way goes with its owner to the new branch, or the old one would still decide who sees it. */
const moveTransfers = async (tx: Transaction, ids: readonly string[], member: Member): Promise<void> => {
  const { name: memberName, branchId, branchName } = member;
  for (const id of ids) {
    const transfer = await tx.get('transfers', id);
    if (transfer) tx.put('transfers', { ...transfer, memberName, branchId, branchName });
  }
};

/** Ids of the transfers of those whose row has changed, by member. */
const transfersOf = async (
  { store }: Ports,
  members: readonly Member[],
): Promise<ReadonlyMap<string, string[]>> => {
  const found = await Promise.all(
    members.map(({ _id: memberId }) => store.find('transfers', { where: { memberId }, limit: 10 })),
  );
  return new Map(
    members.map(({ _id }, index) => [_id, (found[index] ?? []).map((transfer) => transfer._id)]),
  );
};

/** The row's facts on the member as it is now: signing in meanwhile is not undone. */
const putMember = async (tx: Transaction, planned: Member): Promise<Result<undefined>> => {
  const before = await tx.get('members', planned._id);
  if (before && before.collegeId !== planned.collegeId) return fail('CONFLICT');
  const { accountId = null, loginConfirmedAt = null, version = 0 } = before ?? {};
  const after = { ...planned, accountId, loginConfirmedAt, version: version + 1 };
  tx.put('members', after);
  if (before) await moveSecretary(tx, before, after);
  return ok(undefined);
};

const writeBranches = async (
  { store, codes }: Ports,
  college: College,
  newBranches: ImportPlan['newBranches'],
): Promise<Result<undefined>> => {
  for (const part of chunks(newBranches, ROSTER.membersPerTransaction)) {
    const coded = part.map((branch) => ({ ...branch, inviteCode: codes.next(CODES.inviteLength) }));
    const written = await store.transact(async (tx) => {
      for (const branch of coded) await putBranch(tx, branch, college._id);
      return ok(undefined);
    });
    if (!written.ok) return written;
  }
  return ok(undefined);
};

const writeMembers = async (ports: Ports, part: readonly Member[]): Promise<Result<undefined>> => {
  const bound = part.filter(({ accountId }) => accountId !== null);
  const moving = await transfersOf(ports, bound);
  return ports.store.transact(async (tx) => {
    for (const member of part) {
      const put = await putMember(tx, member);
      if (!put.ok) return put;
      await moveTransfers(tx, moving.get(member._id) ?? [], member);
    }
    return ok(undefined);
  });
};

/** Branches first, so that no member stands in one that does not exist. */
export const writeImport = async (
  ports: Ports,
  college: College,
  { newBranches, added, updated }: ImportPlan,
): Promise<Result<undefined>> => {
  const branches = await writeBranches(ports, college, newBranches);
  if (!branches.ok) return branches;
  const parts = chunks([...added, ...updated], ROSTER.membersPerTransaction);
  const jobs = parts.map((part) => () => writeMembers(ports, part));
  const written = await inParallel(jobs, ROSTER.parallelTransactions);
  return written.find(({ ok: isDone }) => !isDone) ?? ok(undefined);
};
