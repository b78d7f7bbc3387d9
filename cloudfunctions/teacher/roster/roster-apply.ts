import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import { withAliases } from '../../_shared/store/branches';
import type { Transaction } from '../../_shared/store/ports';
import { memberIdOf } from '../../_shared/store/record-ids';
import type { RosterRun } from '../../_shared/store/records';
import { ROSTER_RUN } from '../../_shared/roster/limits';
import { raiseRoster } from '../../_shared/roster/lock';
import { writeRun } from '../../_shared/roster/write-run';
import { runNamed, runWithin, toRunView } from './run-view';

const PARTS = 1000;

/** Whether a person who is new by the plan is on some roster by now: another college's file came first. */
const hasComeMeanwhile = async ({ store }: Ports, run: RosterRun): Promise<boolean> => {
  if (run.added === 0) return false;
  const parts = await store.find('rosterParts', {
    where: { runId: run._id, state: 'planned' },
    orderBy: ['index', 'asc'],
    limit: PARTS,
  });
  const ids = parts
    .flatMap(({ rows }) => rows)
    .flatMap((row) => (row.kind === 'added' ? [memberIdOf(row.after.studentNumber)] : []));
  return (await store.getMany('members', ids)).length > 0;
};

/** Nothing is written while a column is unclear or something of the whole file has not been answered. */
const isOpen = ({ isBlocked, questions: { graduationMonth, branches } }: RosterRun): boolean =>
  isBlocked || graduationMonth?.isAnswered === false || branches.some(({ answer }) => answer === null);

/** Branches that are there learn how this file spells them. */
const learnSpellings = async (tx: Transaction, { aliases }: RosterRun): Promise<void> => {
  const branches = await tx.getMany(
    'branches',
    aliases.map(({ branchId }) => branchId),
  );
  branches.forEach((branch) => {
    const keys = aliases.find(({ branchId }) => branchId === branch._id)?.keys ?? [];
    const after = { ...branch, aliases: withAliases(branch, keys), version: branch.version + 1 };
    tx.put('branches', after);
  });
};

/** From here on the run will be written, by this call, a later one or the timer. */
const begin = (
  { store, clock }: Ports,
  { account, role }: CollegeCaller,
  runId: string,
): Promise<Result<RosterRun>> =>
  store.transact(async (tx) => {
    const run = await tx.get('rosterRuns', runId);
    if (!run) return fail('NOT_FOUND', 'runId');
    if (run.state !== 'checked') return ok(run);
    const [college] = await tx.getMany('colleges', [run.collegeId]);
    if (college?.rosterVersion !== run.rosterVersion) return fail('CONFLICT');
    const raised = await raiseRoster(tx, run.collegeId, { runId });
    if (!raised.ok) return fail('CONFLICT');
    const now = clock.now();
    const expiresAt = now + ROSTER_RUN.keptMs;
    const applying = {
      ...run,
      state: 'applying',
      appliedBy: account._id,
      appliedAs: role,
      expiresAt,
    } as const;
    tx.put('rosterRuns', applying);
    await learnSpellings(tx, run);
    const { added, updated, textCheck } = run;
    const actor = actingAs(account, role);
    const facts = { added, updated, newBranches: run.newBranches.length, textCheck };
    putAudit(tx, { subjectId: run.collegeId, key: runId, action: 'apply-roster', actor, at: now, facts });
    return ok(applying);
  });

/**
 * Writes the plan as far as one call can; the next call or the timer goes on. Rows in question wait for a later file.
 * Nothing is written while the table is unclear, or when the roster is no longer the one the plan was made for.
 */
export const rosterApply: EarlyReader<'teacher', 'rosterApply', CollegeCaller> = readingEarly(
  runNamed,
  async (ports, { caller, request: { runId } }, named) => {
    const stopAt = ports.clock.now() + ROSTER_RUN.budgetMs;
    const run = runWithin(ports, caller, named);
    if (!run.ok) return run;
    if (isOpen(run.data)) return fail('ROSTER_INVALID', 'runId');
    if (run.data.state === 'checked' && (await hasComeMeanwhile(ports, run.data))) return fail('CONFLICT');
    const begun = await begin(ports, caller, runId);
    if (!begun.ok) return begun;
    const written = await writeRun(ports, begun.data, stopAt);
    if (!written.ok) return written;
    const after = written.data ?? (await ports.store.get('rosterRuns', runId));
    return ok({ run: await toRunView(ports, after ?? run.data), now: ports.clock.now() });
  },
);
