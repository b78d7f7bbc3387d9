/** Compares the roster with what is stored: whom it adds, whom it changes. */
import { FIELD_WORDS } from '../../../miniprogram/domain/people/roster-columns';
import { keysOfMember, nameKey, numberKey } from '../../../miniprogram/domain/text/keys';
import type { College, Member } from '../../_shared/store/records';
import { memberIdOf } from '../../_shared/store/record-ids';
import type { Answers } from './answers';
import type { BranchNames, NamedBranch } from './branch-names';
import type { BadValue, GoodRow } from './check-rows';

export interface PlannedMember {
  /** Its place in the sheet. */
  readonly place: number;
  readonly sheet?: string;
  readonly before: Member | undefined;
  readonly after: Member;
}

export interface ImportPlan {
  readonly added: PlannedMember[];
  readonly updated: PlannedMember[];
  readonly unchanged: number;
  readonly newBranches: NamedBranch[];
  readonly bad: BadValue[];
}

/** What is left empty in the sheet stays as it was. */
const memberFrom = (
  { row, assumesGraduation, hasPostColumn = false }: GoodRow,
  college: Pick<College, '_id' | 'name'>,
  branch: NamedBranch,
  before: Member | undefined,
): Member => ({
  _id: before?._id ?? memberIdOf(row.studentNumber),
  recordVersion: 2,
  version: before?.version ?? 0,
  studentNumber: row.studentNumber,
  name: row.name,
  ...keysOfMember(row),
  collegeId: college._id,
  collegeName: college.name,
  branchId: branch.id,
  branchName: branch.name,
  birthMonth: row.birthMonth ?? before?.birthMonth ?? null,
  graduationMonth: (assumesGraduation ? before?.graduationMonth : undefined) ?? row.graduationMonth,
  hasLeaguePost: row.hasLeaguePost ?? before?.hasLeaguePost ?? (hasPostColumn ? false : null),
  isSecretary: row.isSecretary ?? before?.isSecretary ?? false,
  accountId: before?.accountId ?? null,
  loginConfirmedAt: before?.loginConfirmedAt ?? null,
  startedIn: before?.startedIn ?? null,
  overAgeRecordedAt: before?.overAgeRecordedAt ?? null,
});

const ROSTER_FIELDS = [
  'studentNumber',
  'name',
  'branchId',
  'branchName',
  'collegeName',
  'birthMonth',
  'graduationMonth',
  'hasLeaguePost',
  'isSecretary',
] as const satisfies readonly (keyof Member)[];

const differs = (a: Member, b: Member): boolean => ROSTER_FIELDS.some((field) => a[field] !== b[field]);

/** Who stands on the roster already, as far as the file is about them. */
export interface KnownPeople {
  /** By number key: everybody whose number stands in the file. */
  readonly byNumber: ReadonlyMap<string, Member>;
  /** Of the branches in the file, everybody who is not in it, by name key. */
  readonly absentByName: ReadonlyMap<string, readonly Member[]>;
}

/** Somebody new whose name an absent person of the same branch has: perhaps a number that was put right. */
const perhaps = ({ row }: GoodRow, branchId: string, { absentByName }: KnownPeople): Member[] =>
  (absentByName.get(nameKey(row.name)) ?? []).filter((member) => member.branchId === branchId);

const isFree = (taken: ReadonlySet<string>, member: Member | undefined): boolean =>
  member !== undefined && !taken.has(member._id);

interface Here {
  readonly college: College;
  readonly known: KnownPeople;
  readonly answers: Answers;
}

/** What is asked about a row whose number nobody here has, or has elsewhere. */
const doubtAbout = (
  { row, place, sheet }: GoodRow,
  problem: BadValue['problem'],
  otherId: string | undefined,
): BadValue => ({
  row: place,
  sheet,
  field: FIELD_WORDS.studentNumber,
  of: 'studentNumber',
  value: row.studentNumber,
  who: row.name,
  problem,
  otherId,
});

type Found = { readonly before: Member | undefined } | { readonly doubt: BadValue };

/** Whom a row is about: who has its number, who it was said to be, or nobody yet. @param taken whom rows before are about */
const whoIs = (
  good: GoodRow,
  { college, known, answers, branchId }: Here & { readonly branchId: string },
  taken: ReadonlySet<string>,
): Found => {
  const { studentNumber } = good.row;
  const there = known.byNumber.get(numberKey(studentNumber));
  if (there && there.collegeId !== college._id)
    return { doubt: doubtAbout(good, 'other-college', undefined) };
  const others = there ? [] : perhaps(good, branchId, known);
  const answer = answers.people.find((one) => numberKey(one.studentNumber) === studentNumber);
  const other = others.find(({ _id }) => _id === answer?.memberId);
  if (others.length > 0 && answer?.memberId !== null && !isFree(taken, other)) {
    const likely = others.find((one) => isFree(taken, one)) ?? others[0];
    return { doubt: doubtAbout(good, 'same-person', likely?._id) };
  }
  return { before: there ?? other };
};

export const planImport = (
  rows: readonly GoodRow[],
  college: College,
  known: KnownPeople,
  { names, answers }: { names: BranchNames; answers: Answers },
): ImportPlan => {
  const added: PlannedMember[] = [];
  const updated: PlannedMember[] = [];
  const bad: BadValue[] = [];
  const taken = new Set<string>();
  let unchanged = 0;
  rows.forEach((good) => {
    const { row, place, sheet } = good;
    const branch = names.of(row.branchName);
    const found = whoIs(good, { college, known, answers, branchId: branch.id }, taken);
    if ('doubt' in found) return void bad.push(found.doubt);
    const { before } = found;
    if (before) taken.add(before._id);
    const after = memberFrom(good, college, branch, before);
    const planned = { place, ...(sheet ? { sheet } : {}), before, after };
    if (!before) added.push(planned);
    else if (differs(before, after)) updated.push(planned);
    else unchanged += 1;
  });
  const used = new Set([...added, ...updated].map(({ after }) => after.branchId));
  const newBranches = names.added().filter(({ id }) => used.has(id));
  return { added, updated, unchanged, bad, newBranches };
};
