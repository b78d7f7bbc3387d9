/** Keeps a dry run: a record of figures and the rows beside it, in parts. */
import { chunks } from '../../_shared/kernel/chunks';
import { inParallel } from '../../_shared/kernel/in-parallel';
import { CODES } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { College, Member, RosterPart, RosterRun } from '../../_shared/store/records';
import { clockWaking, lowerWake } from '../../_shared/store/wake';
import { ROSTER_RUN } from '../../_shared/roster/limits';
import type { BadValue } from './check-rows';
import type { Findings } from './look-into';
import type { CheckedPlan } from './check-names';
import type { PlannedMember } from './plan-import';

type Kind = RosterPart['kind'];
type Row = RosterPart['rows'][number];

const RUN_ID_LENGTH = 16;
const PARTS_PER_INSERT = 20;

const personOf = (member: Member) => {
  const { studentNumber, name, branchName, birthMonth, graduationMonth, hasLeaguePost, isSecretary } = member;
  return { studentNumber, name, branchName, birthMonth, graduationMonth, hasLeaguePost, isSecretary };
};

const idsOf = ({ _id: memberId, branchId }: Member) => ({ memberId, branchId });

const inSheet = (sheet: string | undefined) => (sheet ? { sheet } : {});

const addedRow = ({ place: row, sheet, after }: PlannedMember) =>
  ({ kind: 'added', row, ...inSheet(sheet), ...idsOf(after), after: personOf(after) }) as const;

const updatedRow = ({ place: row, sheet, before, after }: PlannedMember) =>
  ({
    kind: 'updated',
    row,
    ...inSheet(sheet),
    ...idsOf(after),
    before: personOf(before ?? after),
    after: personOf(after),
  }) as const;

const badRow = ({ row, sheet, field: column, value, problem, of: field, who, otherId }: BadValue) =>
  ({
    kind: 'bad',
    row,
    ...inSheet(sheet),
    column,
    value,
    problem,
    ...(field ? { field } : {}),
    ...(who ? { who } : {}),
    ...(otherId ? { otherId } : {}),
  }) as const;

/** What is wrong with a whole table: until it is put right nothing can be written. */
const OF_A_TABLE: readonly BadValue['problem'][] = [
  'missing-column',
  'duplicate-column',
  'tables-beside',
  'turned-table',
  'no-heading',
  'unknown-column',
  'swapped-columns',
];
const isOfTable = ({ problem, of }: BadValue): boolean =>
  OF_A_TABLE.includes(problem) || (problem === 'id-card' && of === undefined);

const partsOf = (runId: string, kind: Kind, rows: readonly Row[], size: number): RosterPart[] =>
  chunks(rows, size).map((some, index) => ({
    _id: `${runId}:${kind}:${index}`,
    recordVersion: 2,
    runId,
    kind,
    index,
    state: kind === 'bad' || kind === 'missing' ? 'shown' : 'planned',
    rows: some,
  }));

/** The rows of a dry run, by what becomes of them, in parts that are written and shown as one. */
const partsOfPlan = (runId: string, plan: CheckedPlan, missing: Findings['missing']): RosterPart[] => [
  ...partsOf(runId, 'bad', plan.bad.map(badRow), ROSTER_RUN.badPerPart),
  ...partsOf(
    runId,
    'missing',
    missing.map((memberId) => ({ kind: 'missing', memberId }) as const),
    ROSTER_RUN.badPerPart,
  ),
  ...partsOf(runId, 'added', plan.added.map(addedRow), ROSTER_RUN.addedPerPart),
  ...partsOf(runId, 'updated', plan.updated.map(updatedRow), ROSTER_RUN.updatedPerPart),
];

/** The run itself: its figures, and what the next look or the writing needs of it. */
const runOf = (
  { codes }: Ports,
  { id, now, college }: { readonly id: string; readonly now: number; readonly college: College },
  plan: CheckedPlan,
  { rows, notes, columns, questions, aliases, missing }: Findings,
): RosterRun => {
  const [firstAdded] = plan.added;
  const [firstUpdated] = plan.updated;
  return {
    _id: id,
    recordVersion: 2,
    collegeId: college._id,
    collegeName: college.name,
    state: 'checked',
    rosterVersion: college.rosterVersion,
    rows,
    badRows: new Set(plan.bad.map(({ row, sheet = '' }) => `${row}:${sheet}`)).size,
    badCells: plan.bad.length,
    added: plan.added.length,
    updated: plan.updated.length,
    unchanged: plan.unchanged,
    missing: missing.length,
    isBlocked: plan.bad.some(isOfTable),
    columns: [...columns],
    questions,
    aliases: [...aliases],
    newBranches: plan.newBranches.map((branch) => ({
      ...branch,
      inviteCode: codes.next(CODES.inviteLength),
    })),
    textCheck: plan.textCheck,
    notes: [...notes],
    examples: {
      added: firstAdded ? addedRow(firstAdded) : null,
      updated: firstUpdated ? updatedRow(firstUpdated) : null,
    },
    skipped: 0,
    appliedBy: null,
    leaseUntil: 0,
    createdAt: now,
    expiresAt: now + ROSTER_RUN.checkedKeptMs,
  };
};

/** Writes the rows first and the run last: a run that can be found is whole. */
export const storeRun = async (
  ports: Ports,
  college: College,
  plan: CheckedPlan,
  findings: Findings,
): Promise<RosterRun> => {
  const { store, clock, codes } = ports;
  const now = clock.now();
  const id = `roster-${codes.next(RUN_ID_LENGTH)}`;
  const run = runOf(ports, { id, now, college }, plan, findings);
  const parts = partsOfPlan(id, plan, findings.missing);
  const jobs = chunks(parts, PARTS_PER_INSERT).map((some) => () => store.insertMissing('rosterParts', some));
  await inParallel(jobs, ROSTER_RUN.parallelParts);
  await lowerWake(store, clockWaking(now));
  await store.insertMissing('rosterRuns', [run]);
  return run;
};
