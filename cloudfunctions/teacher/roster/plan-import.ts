/** Compares the roster with what is stored: whom it adds, whom it changes. */
import { keysOfMember, numberKey } from '../../../miniprogram/domain/text/keys';
import type { Branch, College, Member } from '../../_shared/store/records';
import { placeNamed } from '../../_shared/store/branches';
import { branchIdOf, memberIdOf } from '../../_shared/store/record-ids';
import type { BadValue, GoodRow, RosterRow } from './check-rows';

export interface PlannedMember {
  /** Its place in the sheet. */
  readonly place: number;
  readonly sheet?: string;
  readonly before: Member | undefined;
  readonly after: Member;
}

/** A branch as the roster names it, stored already or new. */
interface NamedBranch {
  readonly id: string;
  readonly name: string;
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
  { row, assumesGraduation }: GoodRow,
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
  hasLeaguePost: row.hasLeaguePost ?? before?.hasLeaguePost ?? false,
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

/** The branches a roster names: one, however it is spelled from row to row. */
const openBranches = (college: College, stored: readonly Branch[]) => {
  const added = new Map<string, NamedBranch>();
  const named = ({ branchName }: RosterRow): NamedBranch => {
    const known = placeNamed(stored, branchName);
    if (known) return { id: known._id, name: known.name };
    const id = branchIdOf(college._id, branchName);
    const branch = added.get(id) ?? { id, name: branchName };
    added.set(id, branch);
    return branch;
  };
  return { named, added };
};

/** @param stored the people of these rows by number key, and the branches of the college */
export const planImport = (
  rows: readonly GoodRow[],
  college: College,
  stored: { members: ReadonlyMap<string, Member>; branches: readonly Branch[] },
): ImportPlan => {
  const branches = openBranches(college, stored.branches);
  const added: PlannedMember[] = [];
  const updated: PlannedMember[] = [];
  const bad: BadValue[] = [];
  let unchanged = 0;
  rows.forEach((good) => {
    const { row, place } = good;
    const at = good.sheet ? { place, sheet: good.sheet } : { place };
    const before = stored.members.get(numberKey(row.studentNumber));
    const after = memberFrom(good, college, branches.named(row), before);
    if (before && before.collegeId !== college._id)
      bad.push({
        row: place,
        sheet: good.sheet,
        field: 'studentNumber',
        value: row.studentNumber,
        problem: 'other-college',
      });
    else if (!before) added.push({ ...at, before, after });
    else if (differs(before, after)) updated.push({ ...at, before, after });
    else unchanged += 1;
  });
  return {
    added,
    updated,
    unchanged,
    bad,
    newBranches: [...branches.added.values()],
  };
};
