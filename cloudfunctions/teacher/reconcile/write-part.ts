/** Writes rows of one part to people's transfers, or takes them back: each in its own transaction, then the part. */
import type { SettledKind } from '../../../miniprogram/domain/people/reconcile/findings';
import { ok, type ErrorCode, type Result } from '../../../miniprogram/domain/errors';
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

type Written = Pick<FindingRow, 'transferId' | 'status' | 'version' | 'after'>;

/** What becomes of a row; undefined leaves it as it is. There is no transfer where the person has begun nothing. */
export type WriteRow = (
  ports: Ports,
  row: FindingRow,
  transfer: Transfer | undefined,
) => Promise<Written | undefined>;

/** Begins a transfer for somebody who has none. */
export type BeginFor = (memberId: string) => Promise<Result<Transfer>>;

/** The record to write to, in the version that was compared; undefined where nobody has said which way they took. */
const recordOf = async (
  row: FindingRow,
  transfer: Transfer | undefined,
  beginFor: BeginFor | undefined,
): Promise<Result<{ transfer: Transfer; version: number }> | undefined> => {
  if (row.transferId !== null)
    return transfer && row.version !== null ? ok({ transfer, version: row.version }) : undefined;
  const begun = await beginFor?.(row.memberId);
  return begun?.ok ? ok({ transfer: begun.data, version: begun.data.version }) : begun;
};

/** Too many at once says nothing about this one: it stays open. Anything else means that it has moved on. */
const afterFailure = (
  { transferId, version }: FindingRow,
  code: ErrorCode | undefined,
): Written | undefined =>
  code === 'BUSY' ? undefined : { transferId, status: 'changed', version, after: null };

/** The college has seen it in the list of 智慧团建. */
export const settleRow =
  (kind: SettledKind, actor: ActingPerson, beginFor?: BeginFor): WriteRow =>
  async (ports, row, found) => {
    const record = await ifReadable(recordOf(row, found, beginFor));
    if (!record) return undefined;
    if (!record.ok) return afterFailure(row, record.error.code);
    const { transfer, version } = record.data;
    const done = await ifReadable(
      takeStep(ports, transfer, {
        step: STEP_OF_KIND[kind],
        actor,
        version,
        seenOnSystem: true,
        auditFacts: { reconcile: true },
      }),
    );
    return done?.ok
      ? { transferId: transfer._id, status: 'done', version, after: done.data.version }
      : afterFailure(row, done?.error.code);
  };

export const undoRow =
  (actor: ActingPerson): WriteRow =>
  async (ports, row, transfer) => {
    if (row.after === null || !transfer) return undefined;
    const undone = await ifReadable(undoEvidence(ports, transfer, { actor, version: row.after }));
    return undone?.ok
      ? { transferId: transfer._id, status: 'open', version: undone.data.version, after: null }
      : undefined;
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
    const change = await write(ports, row, byId.get(row.transferId ?? ''));
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
