import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { handOverMoved, handOverOffice } from '../../_shared/people/hand-over-office';
import type { Ports } from '../../_shared/platform/ports';
import { raiseRoster } from '../../_shared/roster/lock';
import { branchesOf, withAliases } from '../../_shared/store/branches';
import type { Transaction } from '../../_shared/store/ports';
import type { Branch, Correction, Member } from '../../_shared/store/records';
import { moveMembers } from '../roster/change-branch';

/**
 * What the merging taught the other branch to answer to, the one that comes back answers to again; the other one keeps
 * what it answered to before, and what rosters have taught it since.
 */
const forgetSpellings = async (
  tx: Transaction,
  { id, aliases: before = [] }: NonNullable<Correction['into']>,
  spellings: readonly string[],
): Promise<void> => {
  const branch = await tx.get('branches', id);
  if (!branch) return;
  const since = branch.aliases.filter((key) => !spellings.includes(key));
  const aliases = withAliases({ nameKey: branch.nameKey, aliases: before }, since);
  tx.put('branches', { ...branch, aliases, version: branch.version + 1 });
};

/** Its secretaries of then who hold the office still, of those who come back; with the number each gave to the branch. */
const stillSecretaries = ({ secretaries }: Branch, members: readonly Member[]): Branch['secretaries'] => {
  const holders = members.filter(({ isSecretary }) => isSecretary).map(({ accountId }) => accountId);
  return secretaries.filter(({ accountId }) => holders.includes(accountId));
};

/** The branch as it was, code included. `CONFLICT` when another one has taken its name meanwhile. */
const bringBack = async (
  ports: Ports,
  { branch, into }: Correction,
  members: readonly Member[],
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
    if (into) await forgetSpellings(tx, into, [branch.nameKey, ...branch.aliases]);
    const secretaries = stillSecretaries(branch, members);
    tx.put('branches', { ...branch, secretaries, version: branch.version + 1 });
    return ok(undefined);
  });
};

/** One that was removed while nobody stood in it. */
export const bringBackBranch = (
  ports: Ports,
  _caller: CollegeCaller,
  correction: Correction,
): Promise<Result<undefined>> => bringBack(ports, correction, []);

/** The branch again, and those who went from it and still stand where they went. */
export const splitBranch = async (
  ports: Ports,
  _caller: CollegeCaller,
  correction: Correction,
): Promise<Result<unknown>> => {
  const { branch, into, memberIds, collegeId } = correction;
  if (!branch || !into) return fail('CONFLICT');
  const members = await ports.store.getMany('members', memberIds);
  const there = members.filter(({ branchId }) => branchId === into.id);
  const back = await bringBack(ports, correction, there);
  if (!back.ok) return back;
  const moved = await moveMembers(ports, collegeId, there, branch);
  if (!moved.ok) return moved;
  // Of a splitting that is gone on with, also what the first go has left.
  const left = members.filter(({ isSecretary }) => isSecretary).map(({ accountId }) => accountId);
  await handOverOffice(ports, into.id, left);
  await handOverMoved(ports, branch._id, memberIds);
  return moved;
};
