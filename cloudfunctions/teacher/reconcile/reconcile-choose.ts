import { FINDING_KINDS } from '../../../miniprogram/domain/people/reconcile/findings';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import { latestIdOf, standingIn } from '../../_shared/season/standing-in';
import type { Reconcile, ReconcilePart } from '../../_shared/store/records';
import type { Transaction } from '../../_shared/store/ports';
import { comparePeople, type Compared } from './compare';
import { partOf, partsOfKind, type SameNameRow } from './parts';
import { answer, reconcileNamed, reconcileWithin, withFigure } from './run-view';

interface Question {
  readonly part: ReconcilePart;
  readonly row: SameNameRow;
}

const questionNamed = async (ports: Ports, runId: string, key: string): Promise<Question | undefined> => {
  const parts = await partsOfKind(ports, runId, 'same-name');
  return parts
    .flatMap((part) => part.sameNames.map((row) => ({ part, row })))
    .find(({ row }) => row.key === key);
};

const isAnswer = ({ memberIds, lines }: SameNameRow, chosen: readonly string[]): boolean =>
  chosen.length === lines && new Set(chosen).size === lines && chosen.every((id) => memberIds.includes(id));

/** Where the rows of a question go: behind those of the comparison, each question in its own part. */
const AFTER_ALL = 100_000;

/** Those of one name as everybody is compared: whoever was chosen stands on the list, the others do not. */
const peopleOf = async (
  tx: Transaction,
  { seasonId }: Reconcile,
  row: SameNameRow,
  chosen: readonly string[],
): Promise<Parameters<typeof comparePeople>[1]> => {
  const members = await tx.getMany('members', row.memberIds);
  const ids = members.map((member) => latestIdOf(member, seasonId));
  const transfers = await tx.getMany('transfers', ids);
  return members.map((member) => {
    const latest = transfers.find(({ memberId }) => memberId === member._id);
    const outcome = row.outcomes[chosen.indexOf(member._id)] ?? null;
    return {
      member,
      transfer: standingIn(seasonId, latest),
      listed: chosen.includes(member._id) ? { outcome } : null,
    };
  });
};

/** The run with what the comparison found of them; the rows go into a part of their own. */
const withFindings = (
  tx: Transaction,
  run: Reconcile,
  key: string,
  { findings, arrivedBefore, underWay }: Compared,
): Reconcile => {
  const index = AFTER_ALL + Number(key.split('-')[1]);
  let figures = withFigure(run, 'same-name', { open: -1, done: 1 });
  for (const kind of FINDING_KINDS) {
    const rows = findings.get(kind) ?? [];
    if (rows.length === 0) continue;
    tx.put('reconcileParts', partOf(run._id, kind, index, { findings: rows }));
    figures = withFigure({ figures }, kind, { open: rows.length });
  }
  return {
    ...run,
    figures,
    arrivedBefore: run.arrivedBefore + arrivedBefore,
    underWay: run.underWay + underWay,
  };
};

const settleQuestion = (
  ports: Ports,
  runId: string,
  { part, row: { key } }: Question,
  chosen: readonly string[],
): Promise<Result<Reconcile>> =>
  ports.store.transact(async (tx) => {
    const run = await tx.get('reconciles', runId);
    if (run?.state !== 'compared') return fail('NOT_FOUND', 'runId');
    const [asked] = await tx.getMany('reconcileParts', [part._id]);
    const row = asked?.sameNames.find((one) => one.key === key);
    if (!asked || !row) return fail('NOT_FOUND', 'key');
    if (row.chosen !== null) return row.chosen.join() === [...chosen].join() ? ok(run) : fail('CONFLICT');
    const compared = comparePeople(run, await peopleOf(tx, run, row, chosen));
    const sameNames = asked.sameNames.map((one) => (one.key === key ? { ...one, chosen: [...chosen] } : one));
    tx.put('reconcileParts', { ...asked, sameNames });
    const after = withFindings(tx, run, key, compared);
    tx.put('reconciles', after);
    return ok(after);
  });

/** Says which people of one name stand on the list. */
export const reconcileChoose: EarlyReader<'teacher', 'reconcileChoose', CollegeCaller> = readingEarly(
  reconcileNamed,
  async (ports, { caller, request: { runId, key, memberIds } }, named) => {
    const run = reconcileWithin(ports, caller, named);
    if (!run.ok) return run;
    const question = await questionNamed(ports, runId, key);
    if (!question || !isAnswer(question.row, memberIds)) return fail('NOT_FOUND', 'key');
    const settled = await settleQuestion(ports, runId, question, memberIds);
    return settled.ok ? answer(ports, settled.data) : settled;
  },
);
