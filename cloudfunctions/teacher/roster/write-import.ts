/** Writes a roster in transactions of bounded size; stopped halfway, the same import finishes it. */
import { ok, type Result } from '../../../miniprogram/domain/errors';
import { chunks } from '../../_shared/chunks';
import { inParallel } from '../../_shared/in-parallel';
import { readAllAlong } from '../../_shared/people/take-along';
import { CODES, ROSTER } from '../../_shared/policy';
import type { Ports } from '../../_shared/ports';
import type { College, Member } from '../../_shared/records';
import { raiseRoster } from '../../_shared/roster/lock';
import { putBranch, putMember } from '../../_shared/roster/put-member';
import type { ImportPlan } from './plan-import';

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
  const stored = await ports.store.getMany(
    'members',
    part.map(({ _id }) => _id),
  );
  const along = await readAllAlong(ports, stored, part);
  return ports.store.transact(async (tx) => {
    for (const member of part) {
      const put = await putMember(tx, member, along.get(member._id));
      if (!put.ok) return put;
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
  const raised = await ports.store.transact((tx) => raiseRoster(tx, college._id));
  if (!raised.ok) return raised;
  const branches = await writeBranches(ports, college, newBranches);
  if (!branches.ok) return branches;
  const members = [...added, ...updated].map(({ after }) => after);
  const jobs = chunks(members, ROSTER.membersPerTransaction).map((part) => () => writeMembers(ports, part));
  const written = await inParallel(jobs, ROSTER.parallelTransactions);
  // What was counted while it was being written is counted anew.
  const settled = await ports.store.transact((tx) => raiseRoster(tx, college._id));
  return written.find(({ ok: isDone }) => !isDone) ?? (settled.ok ? ok(undefined) : settled);
};
