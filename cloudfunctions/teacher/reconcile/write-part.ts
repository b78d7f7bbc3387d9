/** Writes rows of one part to people's transfers, or takes them back: each in its own transaction, then the part. */
import type { SettledKind } from '../../../miniprogram/domain/people/reconcile/findings';
import { ok, type Result } from '../../../miniprogram/domain/errors';
import type { TransferStep } from '../../../miniprogram/domain/transfer/steps';
import type { ActingPerson } from '../../_shared/kernel/actor';
import { inParallel } from '../../_shared/kernel/in-parallel';
import type { Ports } from '../../_shared/platform/ports';
import type { Reconcile, ReconcilePart, Transfer } from '../../_shared/store/records';
import { ifReadable } from '../../_shared/store/records/unreadable';
import { takeStep } from '../../_shared/transfers/take-step';
import { undoEvidence } from '../../_shared/transfers/undo-evidence';
import { RECONCILE } from './limits';
import type { FindingRow } from './parts';
import { withFigure } from './run-view';

const STEP_OF_KIND: Readonly<Record<SettledKind, TransferStep>> = {
  arrived: 'confirm-arrived',
  'left-unsaid': 'confirm-arrived',
  'still-here': 'confirm-here',
  refused: 'report-refused',
  lapsed: 'report-returned',
};

type Written = Pick<FindingRow, 'status' | 'version' | 'after'>;

/** What becomes of a row; undefined leaves it as it is. */
export type WriteRow = (ports: Ports, row: FindingRow, transfer: Transfer) => Promise<Written | undefined>;

/** The college has seen it in the list of 智慧团建. */
export const settleRow =
  (kind: SettledKind, actor: ActingPerson): WriteRow =>
  async (ports, row, transfer) => {
    if (row.version === null) return undefined;
    const done = await ifReadable(
      takeStep(ports, transfer, {
        step: STEP_OF_KIND[kind],
        actor,
        version: row.version,
        seenOnSystem: true,
        auditFacts: { reconcile: true },
      }),
    );
    if (done?.ok) return { status: 'done', version: row.version, after: done.data.version };
    // Too many at once says nothing about this one: it stays open.
    return done?.error.code === 'BUSY' ? undefined : { status: 'changed', version: row.version, after: null };
  };

export const undoRow =
  (actor: ActingPerson): WriteRow =>
  async (ports, row, transfer) => {
    if (row.after === null) return undefined;
    const undone = await ifReadable(undoEvidence(ports, transfer, { actor, version: row.after }));
    return undone?.ok ? { status: 'open', version: undone.data.version, after: null } : undefined;
  };

/** The rows as they are by now, with what was just written; a row that somebody else wrote meanwhile stays theirs. */
const merged = (
  { findings }: ReconcilePart,
  seen: ReadonlyMap<string, FindingRow>,
  written: ReadonlyMap<string, Written>,
): FindingRow[] =>
  findings.map((row) => {
    const change = written.get(row.memberId);
    return change && seen.get(row.memberId)?.status === row.status ? { ...row, ...change } : row;
  });

const countOf = (rows: readonly FindingRow[], status: FindingRow['status']): number =>
  rows.filter((row) => row.status === status).length;

/** Resolves to the run with its new figures, and how many rows were changed. */
export const writePart = async (
  ports: Ports,
  part: ReconcilePart,
  rows: readonly FindingRow[],
  write: WriteRow,
): Promise<Result<{ run: Reconcile | undefined; written: number }>> => {
  const ids = rows.flatMap(({ transferId }) => transferId ?? []);
  const { records } = await ports.store.lookUp('transfers', ids);
  const byId = new Map(records.map((transfer) => [transfer._id, transfer]));
  const jobs = rows.map((row) => async (): Promise<[string, Written] | undefined> => {
    const transfer = byId.get(row.transferId ?? '');
    const change = transfer ? await write(ports, row, transfer) : undefined;
    return change && [row.memberId, change];
  });
  const changes = (await inParallel(jobs, RECONCILE.parallelSteps)).flatMap((change) =>
    change ? [change] : [],
  );
  if (changes.length === 0) return ok({ run: undefined, written: 0 });
  const seen = new Map(rows.map((row) => [row.memberId, row]));
  return ports.store.transact(async (tx) => {
    const run = await tx.get('reconciles', part.runId);
    const [current] = await tx.getMany('reconcileParts', [part._id]);
    if (!run || !current || current.kind === 'matched') return ok({ run, written: changes.length });
    const findings = merged(current, seen, new Map(changes));
    tx.put('reconcileParts', { ...current, findings });
    const more = (status: FindingRow['status']) =>
      countOf(findings, status) - countOf(current.findings, status);
    const after: Reconcile = {
      ...run,
      figures: withFigure(run, current.kind, {
        open: more('open'),
        done: more('done'),
        changed: more('changed'),
      }),
      settledAt: more('done') > 0 ? ports.clock.now() : run.settledAt,
    };
    tx.put('reconciles', after);
    return ok({ run: after, written: changes.length });
  });
};
