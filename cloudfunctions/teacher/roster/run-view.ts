import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { Response } from '../../../miniprogram/contract';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import type { RosterRun } from '../../_shared/store/records';
import { ROSTER_RUN } from '../../_shared/roster/limits';

type RunView = Response<'teacher', 'rosterProgress'>['run'];

const NAMES_SHOWN = 20;

/** For an early read of the run a request names. */
export const runNamed = (
  { store }: Ports,
  { runId }: { readonly runId: string },
): Promise<RosterRun | undefined> => store.get('rosterRuns', runId);

/** A run of the caller's college; `NOT_FOUND` also when it is another's, or has expired. */
export const runWithin = (
  { clock }: Ports,
  caller: CollegeCaller,
  run: RosterRun | undefined,
): Result<RosterRun> => {
  const isOver = run?.state !== 'applying' && (run?.expiresAt ?? 0) <= clock.now();
  return run && mayActFor(caller, run.collegeId) && !isOver ? ok(run) : fail('NOT_FOUND', 'runId');
};

/** People written so far, by the parts still planned: at most one part of each kind is not full. */
const doneOf = async ({ store }: Ports, run: RosterRun, total: number): Promise<number> => {
  if (run.state === 'checked') return 0;
  if (run.state === 'applied') return total;
  const parts = await store.findIds('rosterParts', {
    where: { runId: run._id, state: 'planned' },
    limit: 1000,
  });
  const added = parts.filter((id) => id.includes(':added:')).length;
  const left = added * ROSTER_RUN.addedPerPart + (parts.length - added) * ROSTER_RUN.updatedPerPart;
  return Math.max(0, total - left);
};

export const toRunView = async (ports: Ports, run: RosterRun): Promise<RunView> => {
  const { _id: id, collegeId, collegeName, state, rows, badRows, badCells, added, updated, unchanged } = run;
  const { examples, skipped, createdAt, expiresAt } = run;
  const total = added + updated;
  return {
    id,
    collegeId,
    collegeName,
    state,
    rows,
    badRows,
    badCells,
    added,
    updated,
    unchanged,
    missing: run.missing,
    isBlocked: run.isBlocked,
    columns: run.columns,
    questions: run.questions,
    newBranches: run.newBranches.length,
    newBranchNames: run.newBranches.slice(0, NAMES_SHOWN).map(({ name }) => name),
    notes: run.notes,
    examples,
    done: await doneOf(ports, run, total),
    total,
    skipped,
    createdAt,
    expiresAt,
  };
};
