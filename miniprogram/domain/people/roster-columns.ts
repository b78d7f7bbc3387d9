/** What a roster says of a person, and what each of it is called. */
export const ROSTER_FIELDS = [
  'studentNumber',
  'name',
  'branchName',
  'birthMonth',
  'graduationMonth',
  'hasLeaguePost',
  'isSecretary',
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

/** As the template heads its columns. */
export const FIELD_WORDS: Readonly<Record<RosterField, string>> = {
  studentNumber: '学号',
  name: '姓名',
  branchName: '团支部',
  birthMonth: '出生年月',
  graduationMonth: '毕业年月',
  hasLeaguePost: '团内职务',
  isSecretary: '团支书',
};

/** What a column of somebody's file is taken for. ID numbers are recognised and never taken for anything. */
export const COLUMN_USES = [...ROSTER_FIELDS, 'skip'] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];
