import type { Parsed, Response } from '../../../miniprogram/contract';
import { ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import type { RosterPart } from '../../_shared/store/records';
import { ROSTER_RUN } from '../../_shared/roster/limits';
import { runNamed, runWithin } from './run-view';

const partOf = ({ store }: Ports, { runId, only, cursor }: Parsed<'teacher', 'rosterRows'>) =>
  store.get('rosterParts', `${runId}:${only}:${Number(cursor ?? 0)}`);

type Stored = RosterPart['rows'][number];
type Shown = Response<'teacher', 'rosterRows'>['rows'][number];

/** Whom of the roster a stored row names. */
const idsIn = (row: Stored): string[] => {
  if (row.kind === 'missing') return [row.memberId];
  return row.kind === 'bad' && row.otherId ? [row.otherId] : [];
};

/** People of the roster as they are by now; who is gone meanwhile is left out. */
const shownRows = async ({ store }: Ports, rows: readonly Stored[]): Promise<Shown[]> => {
  const ids = [...new Set(rows.flatMap(idsIn))];
  const people = new Map((await store.getMany('members', ids)).map((one) => [one._id, one]));
  const personOf = (memberId: string) => {
    const { name, studentNumber, branchName, accountId } = people.get(memberId) ?? {};
    return name === undefined || studentNumber === undefined || branchName === undefined
      ? undefined
      : { memberId, name, studentNumber, branchName, bound: (accountId ?? null) !== null };
  };
  return rows.flatMap((row): Shown[] => {
    if (row.kind === 'missing') {
      const person = personOf(row.memberId);
      return person ? [{ kind: 'missing', ...person }] : [];
    }
    if (row.kind !== 'bad') return [row];
    const { otherId, ...bad } = row;
    const { bound: _, ...other } = (otherId && personOf(otherId)) || { bound: false };
    return ['memberId' in other ? { ...bad, other } : bad];
  });
};

/** Rows of a dry run, part by part; the cursor is the number of the next part. Parts that are written have none left. */
export const rosterRows: EarlyReader<'teacher', 'rosterRows', CollegeCaller> = readingEarly(
  (ports, request) => Promise.all([runNamed(ports, request), partOf(ports, request)]),
  async (ports, { caller, request: { only, cursor } }, [stored, part]) => {
    const run = runWithin(ports, caller, stored);
    if (!run.ok) return run;
    const index = Number(cursor ?? 0);
    const { badCells: bad, added, updated, missing } = run.data;
    const count = { bad, added, updated, missing }[only];
    const size = {
      bad: ROSTER_RUN.badPerPart,
      missing: ROSTER_RUN.badPerPart,
      added: ROSTER_RUN.addedPerPart,
      updated: ROSTER_RUN.updatedPerPart,
    }[only];
    return ok({
      rows: await shownRows(ports, part?.rows ?? []),
      cursor: (index + 1) * size < count ? String(index + 1) : null,
    });
  },
);
