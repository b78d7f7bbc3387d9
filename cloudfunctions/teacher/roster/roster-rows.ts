import type { Parsed } from '../../../miniprogram/contract';
import { ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import { ROSTER_RUN } from '../../_shared/roster/limits';
import { runNamed, runWithin } from './run-view';

const partOf = ({ store }: Ports, { runId, only, cursor }: Parsed<'teacher', 'rosterRows'>) =>
  store.get('rosterParts', `${runId}:${only}:${Number(cursor ?? 0)}`);

/** Rows of a dry run, part by part; the cursor is the number of the next part. Parts that are written have none left. */
export const rosterRows: EarlyReader<'teacher', 'rosterRows', CollegeCaller> = readingEarly(
  (ports, request) => Promise.all([runNamed(ports, request), partOf(ports, request)]),
  async (ports, { caller, request: { only, cursor } }, [stored, part]) => {
    const run = runWithin(ports, caller, stored);
    if (!run.ok) return run;
    const index = Number(cursor ?? 0);
    const count = { bad: run.data.badCells, added: run.data.added, updated: run.data.updated }[only];
    const size = {
      bad: ROSTER_RUN.badPerPart,
      added: ROSTER_RUN.addedPerPart,
      updated: ROSTER_RUN.updatedPerPart,
    }[only];
    return ok({ rows: part?.rows ?? [], cursor: (index + 1) * size < count ? String(index + 1) : null });
  },
);
