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
    const at = sheet ? { place, sheet } : { place };
    const doubt = (problem: BadValue['problem'], otherId?: string): void => {
      const { studentNumber: value, name: who } = row;
      bad.push({
        row: place,
        sheet,
        field: FIELD_WORDS.studentNumber,
        of: 'studentNumber',
        value,
        who,
        problem,
        otherId,
      });
    };
    const branch = names.of(row.branchName);
    const there = known.byNumber.get(numberKey(row.studentNumber));
    if (there && there.collegeId !== college._id) return doubt('other-college');
    const others = there ? [] : perhaps(good, branch.id, known);
    const answer = answers.people.find(({ studentNumber }) => numberKey(studentNumber) === row.studentNumber);
    const other = others.find(({ _id }) => _id === answer?.memberId);
    if (others.length > 0 && answer?.memberId !== null && !isFree(taken, other))
      return doubt('same-person', others.find((one) => isFree(taken, one))?._id ?? others[0]?._id);
    if (other) taken.add(other._id);
    const before = there ?? other;
    const after = memberFrom(good, college, branch, before);
    if (!before) added.push({ ...at, before, after });
    else if (differs(before, after)) updated.push({ ...at, before, after });
    else unchanged += 1;
  });
  const used = new Set([...added, ...updated].map(({ after }) => after.branchId));
  const newBranches = names.added().filter(({ id }) => used.has(id));
  return { added, updated, unchanged, bad, newBranches };
};
