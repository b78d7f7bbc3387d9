import type { Parsed } from '../../../miniprogram/contract';
import { fail, type Result } from '../../../miniprogram/domain/errors';
import { branchFinder } from '../../../miniprogram/domain/people/reconcile/branch-names';
import { matchList, type Matching } from '../../../miniprogram/domain/people/reconcile/match';
import { nameKey, numberKey } from '../../../miniprogram/domain/text/keys';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import { takeRosterFile } from '../../_shared/roster/files';
import { ROSTER_FILE_MOST } from '../../_shared/roster/limits';
import { currentSeason } from '../../_shared/season/season';
import type { College, Reconcile, ReconcilePart } from '../../_shared/store/records';
import { liesIn, rosterFolderOf } from '../../_shared/transfers/own-files';
import { RECONCILE } from './limits';
import { insertParts, partsOf, type SameNameRow } from './parts';
import { readList, type ListReading } from './read-list';
import { readPaste } from './read-paste';
import { knownBranches, rosterHere, type RosterHere } from './roster-here';
import { answer } from './run-view';

type Request = Parsed<'teacher', 'reconcileRead'>;

const RUN_ID_LENGTH = 16;

const readFile = async (
  ports: Ports,
  fileId: string,
  kind: Request['kind'],
): Promise<Result<ListReading>> => {
  const bytes = await takeRosterFile(ports, fileId);
  if (!bytes) return fail('FILE_MISSING', 'from.fileId');
  const { readWorkbook } = await import('../lazy/spreadsheets');
  const workbook = await readWorkbook(bytes);
  return workbook.ok ? readList(workbook.data, kind) : workbook;
};

const readAny = async (
  ports: Ports,
  { kind, from }: Request,
  { branches, members }: RosterHere,
): Promise<Result<ListReading>> => {
  if (from.source === 'file') return readFile(ports, from.fileId, kind);
  const find = branchFinder(knownBranches(branches));
  return readPaste(from.text, kind, {
    names: new Set(members.map(({ name }) => nameKey(name))),
    numbers: new Set(members.map(({ studentNumber }) => numberKey(studentNumber))),
    isBranch: (text) => find(text) !== undefined,
  });
};

/** Per branch how many lines name it, and how many people it has here. */
const branchesOfList = ({ branches, members }: RosterHere, matching: Matching): Reconcile['branches'] => {
  const count = (ids: Iterable<string | null>) => {
    const counts = new Map<string, number>();
    for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  };
  const listed = count(matching.branchOf.values());
  const known = count(members.map(({ branchId }) => branchId));
  return branches.map(({ _id: id, name }) => ({
    id,
    name,
    listed: listed.get(id) ?? 0,
    known: known.get(id) ?? 0,
    isCovered: false,
  }));
};

const sameNameRows = ({ sameNames }: Matching): SameNameRow[] =>
  sameNames.map(({ lines, memberIds }, index) => ({
    key: `same-${index}`,
    memberIds: [...memberIds],
    lines: lines.length,
    outcomes: lines.map(({ outcome }) => outcome),
    chosen: null,
  }));

const matchHere = ({ people }: ListReading, { members, branches }: RosterHere): Matching =>
  matchList(people, {
    people: members.map(({ _id, name, studentNumber, branchId }) => ({
      memberId: _id,
      name,
      studentNumber,
      branchId,
    })),
    branches: knownBranches(branches),
  });

/** The people of the list in parts, which are small enough to be read and written at once. */
const partsOfRun = (runId: string, matching: Matching): ReconcilePart[] => {
  const matched = matching.matched.map(({ memberId, listed: { outcome } }) => ({ memberId, outcome }));
  const unknown = matching.unknown.map(({ line, name, branchName, outcome }) => ({
    line,
    name,
    branchName,
    outcome,
  }));
  return [
    ...partsOf(runId, 'matched', matched, (some) => ({ matched: some })),
    ...partsOf(runId, 'unknown', unknown, (some) => ({ unknown: some })),
    ...partsOf(runId, 'same-name', sameNameRows(matching), (some) => ({ sameNames: some })),
  ];
};

const openFigure = (open: number) => ({ open, done: 0, changed: 0 });

const storeRun = async (
  ports: Ports,
  { caller, request, college }: { caller: CollegeCaller; request: Request; college: College },
  reading: ListReading,
  here: RosterHere,
): Promise<Reconcile> => {
  const now = ports.clock.now();
  const matching = matchHere(reading, here);
  const runId = `reconcile-${ports.codes.next(RUN_ID_LENGTH)}`;
  await insertParts(ports, partsOfRun(runId, matching));
  const run: Reconcile = {
    _id: runId,
    recordVersion: 1,
    collegeId: college._id,
    collegeName: college.name,
    seasonId: (await currentSeason(ports)).id,
    accountId: caller.account._id,
    kind: request.kind,
    source: request.from.source,
    state: 'read',
    lines: reading.people.length,
    skipped: reading.skipped,
    hidden: reading.hidden,
    struckIds: reading.struckIds,
    unclear: reading.unclear,
    branches: branchesOfList(here, matching),
    arrivedBefore: 0,
    underWay: 0,
    figures: [
      { kind: 'unknown', figure: openFigure(matching.unknown.length) },
      { kind: 'same-name', figure: openFigure(matching.sameNames.length) },
    ],
    settledAt: null,
    createdAt: now,
    expiresAt: now + RECONCILE.keptMs,
  };
  // The run is written last: one that can be found is whole.
  await ports.store.insertMissing('reconciles', [run]);
  return run;
};

/** Reads a list of 智慧团建 and finds its people; ID numbers are thrown away while reading. */
export const reconcileRead: EarlyReader<'teacher', 'reconcileRead', CollegeCaller> = readingEarly(
  ({ store }, { collegeId }) => store.get('colleges', collegeId),
  async (ports, { caller, request }, college) => {
    const { from } = request;
    if (from.source === 'file' && !liesIn(rosterFolderOf(caller.account._id), from.fileId))
      return fail('FILE_FOREIGN', 'from.fileId');
    if (!college || !mayActFor(caller, college._id)) {
      if (from.source === 'file') await takeRosterFile(ports, from.fileId);
      return fail('COLLEGE_UNKNOWN', 'collegeId');
    }
    const here = await rosterHere(ports, college._id);
    const reading = await readAny(ports, request, here);
    if (!reading.ok) return reading;
    if (reading.data.people.length > ROSTER_FILE_MOST.rows)
      return fail('FILE_TOO_LARGE', 'from', ROSTER_FILE_MOST);
    return answer(ports, await storeRun(ports, { caller, request, college }, reading.data, here));
  },
);
