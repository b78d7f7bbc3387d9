/** A run's rows are kept in parts, so that none of its documents grows with the college. */
import { chunks } from '../../_shared/kernel/chunks';
import { inParallel } from '../../_shared/kernel/in-parallel';
import type { Ports } from '../../_shared/platform/ports';
import type { ReconcilePart } from '../../_shared/store/records';
import { RECONCILE } from './limits';

export type PartKind = ReconcilePart['kind'];
export type FindingRow = ReconcilePart['findings'][number];
type MatchedRow = ReconcilePart['matched'][number];
type UnknownRow = ReconcilePart['unknown'][number];
export type SameNameRow = ReconcilePart['sameNames'][number];

interface Rows {
  readonly matched?: MatchedRow[];
  readonly findings?: FindingRow[];
  readonly unknown?: UnknownRow[];
  readonly sameNames?: SameNameRow[];
}

export const partOf = (runId: string, kind: PartKind, index: number, rows: Rows): ReconcilePart => ({
  _id: `${runId}:${kind}:${index}`,
  recordVersion: 1,
  runId,
  kind,
  index,
  matched: rows.matched ?? [],
  findings: rows.findings ?? [],
  unknown: rows.unknown ?? [],
  sameNames: rows.sameNames ?? [],
});

/** Rows of one kind in parts, numbered from `first`. */
export const partsOf = <T>(
  runId: string,
  kind: PartKind,
  rows: readonly T[],
  wrap: (some: T[]) => Rows,
  first = 0,
): ReconcilePart[] =>
  chunks(rows, RECONCILE.rowsPerPart).map((some, index) => partOf(runId, kind, first + index, wrap(some)));

export const insertParts = async (
  { store }: Pick<Ports, 'store'>,
  parts: readonly ReconcilePart[],
): Promise<void> => {
  const jobs = chunks(parts, RECONCILE.partsPerInsert).map(
    (some) => () => store.insertMissing('reconcileParts', some),
  );
  await inParallel(jobs, RECONCILE.parallelInserts);
};

export const partsOfKind = (
  { store }: Pick<Ports, 'store'>,
  runId: string,
  kind: PartKind,
): Promise<ReconcilePart[]> =>
  store.find('reconcileParts', {
    where: { runId, kind },
    orderBy: ['index', 'asc'],
    limit: RECONCILE.mostParts,
  });
