/** What a file says beside the roster: whom it adds, changes and leaves out, and what somebody has to look at. */
import { formatChina } from '../../../miniprogram/domain/calendar/china-time';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { nameKey, numberKey } from '../../../miniprogram/domain/text/keys';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { inParallel } from '../../_shared/kernel/in-parallel';
import { rosterByNumber } from '../../_shared/people/find-people';
import type { Ports } from '../../_shared/platform/ports';
import { ROSTER_FILE_MOST, ROSTER_RUN } from '../../_shared/roster/limits';
import { currentSeason } from '../../_shared/season/season';
import { branchesOf, membersOf } from '../../_shared/store/branches';
import type { Branch, College, Member, RosterRun } from '../../_shared/store/records';
import { readingWith, type Answers, type Reading } from './answers';
import { branchNames, branchQuestions, type BranchNames } from './branch-names';
import { checkNames, type CheckedPlan } from './check-names';
import type { BadValue, GoodRow } from './check-rows';
import { doubtsOf } from './doubts';
import { planImport, type KnownPeople } from './plan-import';
import { inOrder, readTable, type TableFindings } from './read-table';

/** What a dry run holds besides its plan. */
export interface Findings extends Pick<TableFindings, 'rows' | 'notes' | 'columns'> {
  readonly questions: RosterRun['questions'];
  readonly aliases: RosterRun['aliases'];
  /** Ids of people of these branches who are not in the file. */
  readonly missing: readonly string[];
}

interface Looked {
  readonly seasonId: string;
  readonly findings: Findings;
  readonly plan: CheckedPlan;
  readonly table: TableFindings;
}

interface Roster {
  readonly branches: readonly Branch[];
  /** Everybody of the branches in the file. */
  readonly inBranches: readonly Member[];
  readonly byNumber: ReadonlyMap<string, Member>;
}

const readRoster = async (
  ports: Ports,
  college: College,
  good: readonly GoodRow[],
  { names, branches }: { names: BranchNames; branches: readonly Branch[] },
): Promise<Roster> => {
  const ids = [...new Set(good.map(({ row }) => names.of(row.branchName).id))];
  const there = ids.filter((id) => branches.some(({ _id }) => _id === id));
  const inBranches = (
    await inParallel(
      there.map((id) => () => membersOf(ports, id)),
      ROSTER_RUN.parallelBranches,
    )
  ).flat();
  const near = new Map(inBranches.map((member) => [member.numberKey, member]));
  const elsewhere = good.map(({ typedNumber }) => typedNumber).filter((typed) => !near.has(numberKey(typed)));
  const far = await rosterByNumber(ports, college._id, elsewhere);
  return { branches, inBranches, byNumber: new Map([...near, ...far]) };
};

/** People of the branches in the file whom no line of it names, by number or, in a row in question, by name. */
const absentOf = (
  { inBranches, byNumber }: Roster,
  good: readonly GoodRow[],
  { people }: TableFindings,
): { known: KnownPeople; isSeen: (member: Member) => boolean } => {
  const seen = new Set(good.flatMap(({ row }) => byNumber.get(row.studentNumber)?._id ?? []));
  const absent = inBranches.filter(({ _id }) => !seen.has(_id));
  const absentByName = new Map<string, Member[]>();
  absent.forEach((member) =>
    absentByName.set(member.nameKey, [...(absentByName.get(member.nameKey) ?? []), member]),
  );
  const numbers = new Set(people.map(({ studentNumber }) => numberKey(studentNumber)));
  return {
    known: { byNumber, absentByName },
    isSeen: ({ _id, numberKey: number }) => seen.has(_id) || numbers.has(number),
  };
};

/** Names in rows that wait: somebody of that name is not gone. */
const waitingNames = (bad: readonly BadValue[]): ReadonlySet<string> =>
  new Set(bad.flatMap(({ who }) => (who ? [nameKey(who)] : [])));

const planFor = async (
  ports: Ports,
  { account }: CollegeCaller,
  college: College,
  { table, reading }: { table: TableFindings; reading: Reading },
): Promise<{ plan: CheckedPlan; findings: Findings }> => {
  const { answers } = reading;
  const branches = await branchesOf(ports, college._id);
  const names = branchNames(college, branches, answers);
  const roster = await readRoster(ports, college, table.good, { names, branches });
  const doubts = doubtsOf(table.good, new Set(roster.inBranches.map((one) => one.numberKey)), answers);
  const waiting = new Set(doubts.map(({ sheet = '', row }) => `${sheet}:${row}`));
  const good = table.good.filter(({ sheet = '', place }) => !waiting.has(`${sheet}:${place}`));
  const { known, isSeen } = absentOf(roster, table.good, table);
  const planned = planImport(good, college, known, { names, answers });
  const nameOf = (typed: string) => names.of(typed).name;
  const plan = await checkNames(ports, account._id, good, { plan: planned, nameOf });
  const bad = inOrder(
    [...table.bad, ...doubts, ...plan.bad],
    [...new Set([...table.bad, ...table.good].map(({ sheet = '' }) => sheet))],
  );
  const kept = new Set([...planned.added, ...planned.updated].map(({ after }) => after._id));
  const waited = waitingNames(bad);
  const missing = roster.inBranches.filter(
    (member) => !isSeen(member) && !kept.has(member._id) && !waited.has(member.nameKey),
  );
  const peopleIn = (branchId: string) => roster.inBranches.filter((one) => one.branchId === branchId).length;
  const written = table.good.map(({ row }) => row.branchName);
  return {
    plan: { ...plan, bad },
    findings: {
      rows: table.rows,
      notes: table.notes,
      columns: table.columns,
      questions: {
        graduationMonth: table.assumesGraduation ? reading.graduationMonth : null,
        branches: branchQuestions(written, branches, peopleIn, { answers, college }),
      },
      aliases: names.aliases(),
      missing: missing.map(({ _id }) => _id),
    },
  };
};

/** Nothing is written, and nothing of the file is kept but what the result holds. */
export const lookInto = async (
  ports: Ports,
  caller: CollegeCaller,
  college: College,
  { bytes, answers }: { bytes: Buffer; answers: Answers },
): Promise<Result<Looked>> => {
  const { readWorkbook } = await import('../lazy/spreadsheets');
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return workbook;
  const { id: seasonId, deadlineAt } = await currentSeason(ports);
  // A table without months of graduation is probably one of those who leave in this season.
  const reading = readingWith(answers, college, { id: seasonId, month: formatChina(deadlineAt, 'YYYY-MM') });
  const table = readTable(workbook.data, reading);
  if (table.rows > ROSTER_FILE_MOST.rows) return fail('FILE_TOO_LARGE', 'fileId', ROSTER_FILE_MOST);
  return ok({ seasonId, table, ...(await planFor(ports, caller, college, { table, reading })) });
};
