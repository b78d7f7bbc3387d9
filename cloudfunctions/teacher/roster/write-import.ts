/** Writes a roster in transactions of bounded size; stopped halfway, the same import finishes it. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
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

/** Branches first, so that no member stands in one that does not exist. */
export const writeImport = async (
  { store, codes }: Ports,
  college: College,
  { newBranches, added, updated }: ImportPlan,
): Promise<Result<undefined>> => {
  for (const part of chunks(newBranches, ROSTER.membersPerTransaction)) {
    const coded = part.map((branch) => ({ ...branch, inviteCode: codes.next(CODES.inviteLength) }));
    const written = await store.transact(async (tx) => {
      for (const branch of coded) await putBranch(tx, branch, college._id);
      return ok(undefined);
    });
    if (!written.ok) return written;
  }
  for (const part of chunks([...added, ...updated], ROSTER.membersPerTransaction)) {
    const written = await store.transact(async (tx) => {
      for (const member of part) {
        const put = await putMember(tx, member);
        if (!put.ok) return put;
      }
      return ok(undefined);
    });
    if (!written.ok) return written;
  }
  return ok(undefined);
};
