/**
 * Writes a checked run, part by part. A part is marked in the same transaction as its people, or after a writing that
 * may be repeated, so whoever finds the run half written goes on where it was left. Rows go with the mark: from
 * then on the person stands on the roster alone, and whoever is erased from there has no copy here. When all is written,
 * what waited for secretaries who are not there any more is handed over.
 */
import { keysOfMember } from '../../../miniprogram/domain/text/keys';
import { ok, type Result } from '../../../miniprogram/domain/errors';
import { chunks } from '../kernel/chunks';
import { stillActsFor } from '../calls/identity';
import { inParallel } from '../kernel/in-parallel';
import { readAllAlong } from '../people/take-along';
import type { Ports } from '../platform/ports';
import { branchIdOf, memberIdOf } from '../store/record-ids';
import type { Member, RosterPart, RosterRun } from '../store/records';
import { ifReadable } from '../store/records/unreadable';
import { auditLooks } from '../events/audit';
import { deedOf, officeEntries } from './audit-offices';
import { ROSTER_RUN } from './limits';
import { raiseRoster } from './lock';
import { handOverAfterRun, officesLeft, partings } from './offices-left';
import { branchFrom, putMembers } from './put-member';

/** More than the largest file has. */
const MOST_PARTS = 1000;

type PlannedRow = Exclude<RosterPart['rows'][number], { kind: 'bad' | 'missing' }>;

const plannedRows = ({ rows }: RosterPart): PlannedRow[] =>
  rows.flatMap((row) => (row.kind === 'bad' || row.kind === 'missing' ? [] : [row]));

/** The person of a row; what is bound to somebody already stored is kept by `putMember`. */
const memberOf = (
  { after, memberId, branchId }: PlannedRow,
  { collegeId, collegeName }: RosterRun,
): Member => ({
  _id: memberId ?? memberIdOf(after.studentNumber),
  recordVersion: 2,
  version: 1,
  ...after,
  ...keysOfMember(after),
  collegeId,
  collegeName,
  branchId: branchId ?? branchIdOf(collegeId, after.branchName),
  accountId: null,
  loginConfirmedAt: null,
  startedIn: null,
  overAgeRecordedAt: null,
});

/** A written part: its place is kept for counting. */
const DONE: Pick<RosterPart, 'state' | 'rows'> = { state: 'done', rows: [] };

/** Marks the part, unless another writer has. */
const markDone = async ({ store }: Ports, part: RosterPart): Promise<Result<undefined>> => {
  const target = { _id: { in: [part._id] }, state: 'planned' } as const;
  await store.changeAll('rosterParts', target, { set: DONE });
  return ok(undefined);
};

/** As `markDone`, with those left out counted at the run: both or neither, or a repeated write counts twice. */
const markSkipped = ({ store }: Ports, part: RosterPart, skipped: number): Promise<Result<undefined>> =>
  store.transact(async (tx) => {
    const current = await tx.get('rosterParts', part._id);
    if (current?.state !== 'planned') return ok(undefined);
    tx.put('rosterParts', { ...current, ...DONE });
    const run = await tx.get('rosterRuns', part.runId);
    if (run) tx.put('rosterRuns', { ...run, skipped: run.skipped + skipped });
    return ok(undefined);
  });

const writeAdded = async (ports: Ports, run: RosterRun, part: RosterPart): Promise<Result<undefined>> => {
  // Nobody has asked for anything or handed anything in yet.
  const members = plannedRows(part).map((row) => ({
    ...memberOf(row, run),
    asksForCode: false,
    hasRiskyPicture: false,
  }));
  const there = await ports.store.insertMissing('members', members);
  // Another college may have taken the same new person on since the dry run: they stay there.
  const stored = there.length > 0 ? await ports.store.getMany('members', there) : [];
  const own = stored.filter(({ collegeId }) => collegeId === run.collegeId);
  const skipped = there.length - own.length;
  const isOurs = ({ _id }: Member) => !there.includes(_id) || own.some((one) => one._id === _id);
  const deed = deedOf(run, ports.clock.now());
  await auditLooks(
    ports,
    members.filter(isOurs).flatMap((member) => officeEntries(undefined, member, deed)),
  );
  return skipped > 0 ? markSkipped(ports, part, skipped) : markDone(ports, part);
};

const writeUpdated = async (ports: Ports, run: RosterRun, part: RosterPart): Promise<Result<undefined>> => {
  const members = plannedRows(part).map((row) => memberOf(row, run));
  const stored = await ports.store.getMany(
    'members',
    members.map(({ _id }) => _id),
  );
  const along = await readAllAlong(ports, stored, members);
  return ports.store.transact(async (tx) => {
    const current = await tx.get('rosterParts', part._id);
    if (current?.state !== 'planned') return ok(undefined);
    const put = await putMembers(ports, tx, members, along, deedOf(run, ports.clock.now()));
    if (!put.ok) return put;
    tx.put('rosterParts', { ...current, ...DONE, ...officesLeft(part), ...partings(stored, members) });
    return ok(undefined);
  });
};

/** Before its people, so that nobody stands in a branch that does not exist. */
const writeBranches = async ({ store }: Ports, { newBranches, collegeId }: RosterRun): Promise<void> => {
  const branches = newBranches.map((branch) => branchFrom(branch, collegeId));
  for (const some of chunks(branches, ROSTER_RUN.addedPerPart)) await store.insertMissing('branches', some);
};

/** Takes the run for itself; false when somebody else is at it. */
const takeLease = async ({ store, clock }: Ports, { _id }: RosterRun): Promise<boolean> => {
  const now = clock.now();
  const target = { _id: { in: [_id] }, state: 'applying', leaseUntil: { lte: now } } as const;
  return (await store.changeAll('rosterRuns', target, { set: { leaseUntil: now + ROSTER_RUN.leaseMs } })) > 0;
};

/** People who were not written stay on no list; how many there were is counted by their parts. */
const forgetRows = async ({ store }: Ports, runId: string, state: 'planned' | 'shown'): Promise<void> => {
  const ids = await store.findIds('rosterParts', { where: { runId, state }, limit: MOST_PARTS });
  await store.changeAll('rosterParts', { _id: { in: ids } }, { set: { rows: [] } });
};

/** What a run that has ended holds of people: nothing. */
const FORGOTTEN: Pick<RosterRun, 'examples' | 'notes' | 'columns' | 'questions'> = {
  examples: { added: null, updated: null },
  notes: [],
  columns: [],
  questions: { graduationMonth: null, branches: [] },
};

/**
 * Ends the turn; an end of the writing sets the roster free and leaves figures alone. Resolves to the run as it is left.
 */
const release = (
  { store }: Ports,
  runId: string,
  state: Exclude<RosterRun['state'], 'checked'>,
): Promise<Result<RosterRun | undefined>> =>
  store.transact(async (tx) => {
    const run = await tx.get('rosterRuns', runId);
    if (run?.state !== 'applying') return ok(run);
    const left: RosterRun = { ...run, ...(state === 'applying' ? {} : FORGOTTEN), state, leaseUntil: 0 };
    tx.put('rosterRuns', left);
    if (state === 'applying') return ok(left);
    const raised = await raiseRoster(tx, run.collegeId, { by: runId });
    // A college that is gone has no roster to set free.
    return raised.ok || raised.error.code === 'COLLEGE_UNKNOWN' ? ok(left) : raised;
  });

/** When no part is left to write, or none of the rest will be. */
const endRun = async (
  ports: Ports,
  run: RosterRun,
  state: 'applied' | 'stopped',
): Promise<Result<RosterRun | undefined>> => {
  await forgetRows(ports, run._id, 'shown');
  await handOverAfterRun(ports, run);
  return release(ports, run._id, state);
};

/** Whether whoever let it be written still may: nothing is written in the name of who has lost the right. */
const isStillWanted = async (ports: Ports, { appliedBy, collegeId }: RosterRun): Promise<boolean> =>
  appliedBy === null || stillActsFor(ports, appliedBy, collegeId);

/**
 * Writes until the run is done, `stopAt` has come, or the right to write it has ended, and resolves to the run as it is
 * then. Calling it twice at once is harmless: one of them does nothing, and resolves to none.
 */
export const writeRun = async (
  ports: Ports,
  run: RosterRun,
  stopAt: number,
): Promise<Result<RosterRun | undefined>> => {
  const { _id: runId } = run;
  if (!(await takeLease(ports, run))) return ok(undefined);
  await writeBranches(ports, run);
  for (;;) {
    const [parts, isWanted] = await Promise.all([
      ports.store.find('rosterParts', {
        where: { runId, state: 'planned' },
        orderBy: ['index', 'asc'],
        limit: ROSTER_RUN.lookAhead,
      }),
      isStillWanted(ports, run),
    ]);
    if (parts.length === 0) return endRun(ports, run, 'applied');
    if (!isWanted) {
      await forgetRows(ports, runId, 'planned');
      return endRun(ports, run, 'stopped');
    }
    if (ports.clock.now() >= stopAt) return release(ports, runId, 'applying');
    const jobs = parts.map((part) => () => {
      if (ports.clock.now() >= stopAt) return Promise.resolve(ok(undefined));
      return part.kind === 'added' ? writeAdded(ports, run, part) : writeUpdated(ports, run, part);
    });
    const written = await inParallel(jobs, ROSTER_RUN.parallelParts);
    const failed = written.find((one) => !one.ok);
    if (failed) {
      await release(ports, runId, 'applying');
      return failed;
    }
  }
};

/** For the timer: goes on with every run that was left half written. Resolves to how many it looked after. */
export const finishRuns = async (ports: Ports): Promise<number> => {
  const now = ports.clock.now();
  const runs = await ports.store.find('rosterRuns', { where: { state: 'applying' }, limit: 10 });
  const left = runs.filter(({ leaseUntil }) => leaseUntil <= now);
  for (const run of left) await ifReadable(writeRun(ports, run, now + ROSTER_RUN.sweepBudgetMs));
  return left.length;
};
