import { FINDING_KINDS } from '../../../miniprogram/domain/people/reconcile/findings';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { nameKey } from '../../../miniprogram/domain/text/keys';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import type { Member, Reconcile } from '../../_shared/store/records';
import { comparePeople, type Compared } from './compare';
import { insertParts, partsOf, partsOfKind, type FindingRow } from './parts';
import { rosterHere, transfersOf } from './roster-here';
import { answer, reconcileNamed, reconcileWithin, withFigure } from './run-view';

const isSameChoice = ({ branches }: Reconcile, covered: readonly string[]): boolean =>
  branches.every(({ id, isCovered }) => isCovered === covered.includes(id));

/** A list that was pasted, or of which rows were hidden, is never the whole. */
const mayCover = ({ source, hidden }: Reconcile): boolean => source === 'file' && hidden === 0;

/** Which branches count as covered is written down first and holds from then on: whoever goes on compares the same. */
const choose = ({ store }: Ports, runId: string, covered: readonly string[]): Promise<Result<Reconcile>> =>
  store.transact(async (tx) => {
    const run = await tx.get('reconciles', runId);
    if (!run) return fail('NOT_FOUND', 'runId');
    if (run.state !== 'read') return isSameChoice(run, covered) ? ok(run) : fail('CONFLICT');
    const branches = run.branches.map((branch) => ({ ...branch, isCovered: covered.includes(branch.id) }));
    const chosen: Reconcile = { ...run, state: 'comparing', branches };
    tx.put('reconciles', chosen);
    return ok(chosen);
  });

const compareAll = async (ports: Ports, run: Reconcile): Promise<Compared> => {
  const [{ members }, matched, sameNames, unknown] = await Promise.all([
    rosterHere(ports, run.collegeId),
    partsOfKind(ports, run._id, 'matched'),
    partsOfKind(ports, run._id, 'same-name'),
    partsOfKind(ports, run._id, 'unknown'),
  ]);
  const { transfers, unreadable } = await transfersOf(ports, members, run.seasonId);
  const listed = new Map(
    matched.flatMap((part) => part.matched).map(({ memberId, outcome }) => [memberId, { outcome }]),
  );
  const asked = new Set(sameNames.flatMap((part) => part.sameNames).flatMap(({ memberIds }) => memberIds));
  // A line of their name that is nobody here, such as one with another number, may be theirs: they are not gone.
  const perhaps = new Set(unknown.flatMap((part) => part.unknown).map(({ name }) => nameKey(name)));
  const isDoubtful = ({ _id, name }: Member): boolean => !listed.has(_id) && perhaps.has(nameKey(name));
  const people = members
    .filter((member) => !unreadable.has(member._id) && !asked.has(member._id) && !isDoubtful(member))
    .map((member) => ({
      member,
      transfer: transfers.get(member._id),
      listed: listed.get(member._id) ?? null,
    }));
  return comparePeople(run, people);
};

const storeFindings = async (ports: Ports, run: Reconcile, { findings }: Compared): Promise<void> => {
  const parts = FINDING_KINDS.flatMap((kind) =>
    partsOf<FindingRow>(run._id, kind, findings.get(kind) ?? [], (some) => ({ findings: some })),
  );
  await insertParts(ports, parts);
};

/** What the rows say once they are stored: somebody may have begun to store them before. */
const finish = async (
  ports: Ports,
  run: Reconcile,
  { arrivedBefore, underWay }: Compared,
): Promise<Result<Reconcile>> => {
  const counts = await Promise.all(
    FINDING_KINDS.map(async (kind) => {
      const parts = await partsOfKind(ports, run._id, kind);
      return { kind, open: parts.flatMap((part) => part.findings).length };
    }),
  );
  return ports.store.transact(async (tx) => {
    const current = await tx.get('reconciles', run._id);
    if (!current) return fail('NOT_FOUND', 'runId');
    if (current.state === 'compared') return ok(current);
    const figures = counts.reduce(
      (sofar, { kind, open }) => (open > 0 ? withFigure({ figures: sofar }, kind, { open }) : sofar),
      current.figures,
    );
    const compared: Reconcile = { ...current, state: 'compared', figures, arrivedBefore, underWay };
    tx.put('reconciles', compared);
    return ok(compared);
  });
};

/** Compares the list with the records. Nothing is written to anybody's transfer. */
export const reconcileCompare: EarlyReader<'teacher', 'reconcileCompare', CollegeCaller> = readingEarly(
  reconcileNamed,
  async (ports, { caller, request: { runId, covered } }, named) => {
    const run = reconcileWithin(ports, caller, named);
    if (!run.ok) return run;
    if (covered.length > 0 && !mayCover(run.data)) return fail('LIST_NOT_WHOLE', 'covered');
    const chosen = await choose(ports, runId, covered);
    if (!chosen.ok) return chosen;
    if (chosen.data.state === 'compared') return answer(ports, chosen.data);
    const compared = await compareAll(ports, chosen.data);
    await storeFindings(ports, chosen.data, compared);
    const finished = await finish(ports, chosen.data, compared);
    return finished.ok ? answer(ports, finished.data) : finished;
  },
);
