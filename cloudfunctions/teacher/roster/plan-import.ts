/** Compares the roster with what is stored: whom it adds, whom it changes. */
import type { Branch, College, Member } from '../../_shared/records';
import { branchIdOf, memberIdOf } from '../../_shared/record-ids';
import type { BadValue, GoodRow, RosterRow } from './check-rows';

export interface PlannedMember {
  /** Its place in the sheet. */
  readonly place: number;
  readonly before: Member | undefined;
  readonly after: Member;
}

export interface ImportPlan {
  readonly added: PlannedMember[];
  readonly updated: PlannedMember[];
  readonly unchanged: number;
  readonly newBranches: { readonly id: string; readonly name: string }[];
  readonly bad: BadValue[];
}

/** What is left empty in the sheet stays as it was. */
const memberFrom = (
  row: RosterRow,
  college: Pick<College, '_id' | 'name'>,
  before: Member | undefined,
): Member => ({
  _id: memberIdOf(row.studentNumber),
  recordVersion: 1,
  version: before?.version ?? 0,
  studentNumber: row.studentNumber,
  name: row.name,
  collegeId: college._id,
  collegeName: college.name,
  branchId: branchIdOf(college._id, row.branchName),
  branchName: row.branchName,
  birthMonth: row.birthMonth ?? before?.birthMonth ?? null,
  graduationMonth: row.graduationMonth,
  hasLeaguePost: row.hasLeaguePost ?? before?.hasLeaguePost ?? false,
  isSecretary: row.isSecretary ?? before?.isSecretary ?? false,
  accountId: before?.accountId ?? null,
  loginConfirmedAt: before?.loginConfirmedAt ?? null,
  startedIn: before?.startedIn ?? null,
  overAgeRecordedAt: before?.overAgeRecordedAt ?? null,
});

const ROSTER_FIELDS = [
  'name',
  'branchId',
  'collegeName',
  'birthMonth',
  'graduationMonth',
  'hasLeaguePost',
  'isSecretary',
] as const satisfies readonly (keyof Member)[];

const differs = (a: Member, b: Member): boolean => ROSTER_FIELDS.some((field) => a[field] !== b[field]);

export const planImport = (
  rows: readonly GoodRow[],
  college: College,
  stored: { members: readonly Member[]; branches: readonly Branch[] },
): ImportPlan => {
  const members = new Map(stored.members.map((member) => [member._id, member]));
  const known = new Set(stored.branches.map(({ _id }) => _id));
  const newBranches = new Map<string, string>();
  const added: PlannedMember[] = [];
  const updated: PlannedMember[] = [];
  const bad: BadValue[] = [];
  let unchanged = 0;
  rows.forEach(({ row, place }) => {
    const before = members.get(memberIdOf(row.studentNumber));
    const after = memberFrom(row, college, before);
    if (!known.has(after.branchId)) newBranches.set(after.branchId, row.branchName);
    if (before && before.collegeId !== college._id)
      bad.push({ row: place, field: 'studentNumber', value: row.studentNumber, problem: 'other-college' });
    else if (!before) added.push({ place, before, after });
    else if (differs(before, after)) updated.push({ place, before, after });
    else unchanged += 1;
  });
  return {
    added,
    updated,
    unchanged,
    bad,
    newBranches: [...newBranches].map(([id, name]) => ({ id, name })),
  };
};
