import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { ROSTER_RUN } from '../_shared/roster/limits';
import { runWithin } from './roster/run-view';

/** Rows of a dry run, part by part; the cursor is the number of the next part. */
export const rosterRows: UseCase<'teacher', 'rosterRows', CollegeCaller> = async (
  ports,
  { caller, request: { runId, only, cursor } },
) => {
  const run = await runWithin(ports, caller, runId);
  if (!run.ok) return run;
  const index = Number(cursor ?? 0);
  const count = { bad: run.data.badCells, added: run.data.added, updated: run.data.updated }[only];
  const size = {
    bad: ROSTER_RUN.badPerPart,
    added: ROSTER_RUN.addedPerPart,
    updated: ROSTER_RUN.updatedPerPart,
  }[only];
  const part = await ports.store.get('rosterParts', `${runId}:${only}:${index}`);
  return ok({ rows: part?.rows ?? [], cursor: (index + 1) * size < count ? String(index + 1) : null });
};
