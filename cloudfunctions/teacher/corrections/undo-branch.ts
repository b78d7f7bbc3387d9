import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import { raiseRoster } from '../../_shared/roster/lock';
import { branchesOf, placeNamed } from '../../_shared/store/branches';
import type { Correction } from '../../_shared/store/records';
import { moveMembers } from '../roster/change-branch';

/** The branch as it was, code included. `CONFLICT` when another one has taken its name meanwhile. */
export const bringBackBranch = async (
  ports: Ports,
  _caller: CollegeCaller,
  { branch }: Correction,
): Promise<Result<undefined>> => {
  if (!branch) return fail('CONFLICT');
  const namesake = placeNamed(await branchesOf(ports, branch.collegeId), branch.name);
  if (namesake && namesake._id !== branch._id) return fail('CONFLICT');
  return ports.store.transact(async (tx) => {
    if (await tx.get('branches', branch._id)) return ok(undefined);
    const raised = await raiseRoster(tx, branch.collegeId);
    if (!raised.ok) return raised;
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
