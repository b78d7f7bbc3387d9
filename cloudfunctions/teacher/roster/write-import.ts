/** Writes a roster in transactions of bounded size; stopped halfway, the same import finishes it. */
import { ok, type Result } from '../../../miniprogram/domain/errors';
import { putAudit, type AuditEntry } from '../../_shared/events/audit';
import { chunks } from '../../_shared/kernel/chunks';
import { inParallel } from '../../_shared/kernel/in-parallel';
import { readAllAlong } from '../../_shared/people/take-along';
import { CODES, ROSTER } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { College, Member } from '../../_shared/store/records';
import { raiseRoster } from '../../_shared/roster/lock';
import { branchFrom, putMembers } from '../../_shared/roster/put-member';
import type { ImportPlan } from './plan-import';

const writeBranches = async (
  { store, codes }: Ports,
  college: College,
  newBranches: ImportPlan['newBranches'],
): Promise<void> => {
  const coded = newBranches.map((branch) => ({ ...branch, inviteCode: codes.next(CODES.inviteLength) }));
  const branches = coded.map((branch) => branchFrom(branch, college._id));
  if (branches.length > 0) await store.insertMissing('branches', branches);
};

const writeMembers = async (ports: Ports, part: readonly Member[]): Promise<Result<undefined>> => {
  const stored = await ports.store.getMany(
    'members',
    part.map(({ _id }) => _id),
  );
  const along = await readAllAlong(ports, stored, part);
  return ports.store.transact((tx) => putMembers(ports, tx, part, along));
};

/** Branches first, so that no member stands in one that does not exist; last the audit, with the roster's version. */
export const writeImport = async (
  ports: Ports,
  college: College,
  { newBranches, added, updated }: ImportPlan,
  audit: AuditEntry,
): Promise<Result<undefined>> => {
  const raised = await ports.store.transact((tx) => raiseRoster(tx, college._id));
  if (!raised.ok) return raised;
  await writeBranches(ports, college, newBranches);
  const members = [...added, ...updated].map(({ after }) => after);
  const jobs = chunks(members, ROSTER.membersPerTransaction).map((part) => () => writeMembers(ports, part));
  const written = await inParallel(jobs, ROSTER.parallelTransactions);
  // What was counted while it was being written is counted anew.
  const failed = written.find(({ ok: isDone }) => !isDone);
  const settled = await ports.store.transact(async (tx) => {
    if (!failed) putAudit(tx, audit);
    return raiseRoster(tx, college._id);
  });
  return failed ?? (settled.ok ? ok(undefined) : settled);
};
