import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import { raiseRoster } from '../../_shared/roster/lock';
import { branchesOf } from '../../_shared/store/branches';
import type { Transaction } from '../../_shared/store/ports';
import type { Correction } from '../../_shared/store/records';
import { moveMembers } from '../roster/change-branch';

/** What the merging taught the other branch to answer to, the one that comes back answers to again. */
const forgetSpellings = async (
  tx: Transaction,
  branchId: string,
  spellings: readonly string[],
): Promise<void> => {
  const branch = await tx.get('branches', branchId);
  if (!branch) return;
  const aliases = branch.aliases.filter((key) => !spellings.includes(key));
  tx.put('branches', { ...branch, aliases, version: branch.version + 1 });
};

/** The branch as it was, code included. `CONFLICT` when another one has taken its name meanwhile. */
export const bringBackBranch = async (
  ports: Ports,
  _caller: CollegeCaller,
  { branch, into }: Correction,
): Promise<Result<undefined>> => {
  if (!branch) return fail('CONFLICT');
  const now = await branchesOf(ports, branch.collegeId);
  if (now.some(({ _id, nameKey }) => nameKey === branch.nameKey && _id !== branch._id)) {
    return fail('CONFLICT');
  }
  return ports.store.transact(async (tx) => {
    if (await tx.get('branches', branch._id)) return ok(undefined);
    const raised = await raiseRoster(tx, branch.collegeId);
    if (!raised.ok) return raised;
    if (into) await forgetSpellings(tx, into.id, [branch.nameKey, ...branch.aliases]);
    tx.put('branches', { ...branch, version: branch.version + 1 });
    return ok(undefined);
  });
};

/** The branch again, and those who went from it and still stand where they went. */
export const splitBranch = async (
  ports: Ports,
  caller: CollegeCaller,
  correction: Correction,
): Promise<Result<unknown>> => {
  const { branch, into, memberIds, collegeId } = correction;
  if (!branch || !into) return fail('CONFLICT');
  const back = await bringBackBranch(ports, caller, correction);
  if (!back.ok) return back;
  const members = await ports.store.getMany('members', memberIds);
  const there = members.filter(({ branchId }) => branchId === into.id);
  return moveMembers(ports, collegeId, there, branch);
};
