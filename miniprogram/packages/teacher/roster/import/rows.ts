/** The rows of a dry run as lines of a report, each with what can be said about it. */
import type { Response } from '../../../../contract';
import type { RosterProblem } from '../../../../domain/people/roster-problems';
import type { RosterField } from '../../../../domain/people/roster-columns';
import { ROSTER_PROBLEM_WORDS } from '../../../../domain/words/roster-problems';
import { saidOf, type Answers } from './answers';

export type Run = Response<'teacher', 'rosterProgress'>['run'];
export type RunRow = Response<'teacher', 'rosterRows'>['rows'][number];
export type RowKind = RunRow['kind'];
type BadRow = Extract<RunRow, { kind: 'bad' }>;
type Person = Extract<RunRow, { kind: 'added' }>['after'];

/** Problems that may be right as they stand. */
const MAY_BE_RIGHT: readonly RosterProblem[] = ['number-short', 'number-odd', 'odd-name', 'odd-branch'];
/** Problems that another value cannot mend. */
const NOT_TYPED: readonly RosterProblem[] = ['other-college', 'same-person', 'id-card'];

/** How a cell that cannot be read should be written, by its column. */
const WRITTEN_SO: Readonly<Partial<Record<RosterField, string>>> = {
  birthMonth: '写成 2004-03 这样',
  graduationMonth: '写成 2026-06 这样',
  isSecretary: '写“是”，或者空着',
  name: '只写姓名，最多 30 个字',
  studentNumber: '最多 32 位',
  branchName: '最多 60 个字',
};

export interface ReportRow {
  readonly key: string;
  /** Where in the table, as the spreadsheet counts. */
  readonly place: string;
  readonly title: string;
  readonly line: string;
  /** Of a bad cell: what can be said about it. */
  readonly canType: boolean;
  readonly canKeep: boolean;
  readonly canBeOther: boolean;
  /** What was said, in words; empty while nothing was. */
  readonly said: string;
  /** Of somebody who is not in the file. */
  readonly memberId: string;
  readonly canRemove: boolean;
}

const NOTHING = {
  canType: false,
  canKeep: false,
  canBeOther: false,
  said: '',
  memberId: '',
  canRemove: false,
};

const badLine = ({ field, value, problem, other }: BadRow): string => {
  const found = value ? `${ROSTER_PROBLEM_WORDS[problem]}：${value}` : ROSTER_PROBLEM_WORDS[problem];
  if (problem === 'same-person' && other)
    return `新学号 ${value}。名单里的${other.name}是 ${other.studentNumber}，${other.branchName}，不在这份表里`;
  const hint = problem === 'malformed' && field ? WRITTEN_SO[field] : undefined;
  return hint ? `${found}。${hint}` : found;
};

/** The cell of a finding; null for one about the whole table. */
export const placeOf = ({ sheet = '', row, field }: BadRow) => (field ? { sheet, row, field } : null);

const badRow = (row: BadRow, answers: Answers): Omit<ReportRow, 'place'> => {
  const { column, problem, value, who } = row;
  const cell = placeOf(row);
  return {
    ...NOTHING,
    key: `${row.sheet ?? ''}${row.row}-${column}-${problem}`,
    title: who && column !== '姓名' ? `${who}，${column}` : column,
    line: badLine(row),
    canType: cell !== null && !NOT_TYPED.includes(problem),
    canKeep: cell !== null && MAY_BE_RIGHT.includes(problem),
    canBeOther: problem === 'same-person' && row.other !== undefined,
    said: cell ? saidOf(answers, cell, value) : '',
  };
};

const month = (text: string | null): string =>
  text ? text.replace(/^(\d{4})-0?(\d+)$/, '$1年$2月') : '没有';
const yes = (value: boolean): string => (value ? '是' : '否');

const FIELDS: readonly { label: string; of(person: Person): string }[] = [
  { label: '学号', of: ({ studentNumber }) => studentNumber },
  { label: '姓名', of: ({ name }) => name },
  { label: '团支部', of: ({ branchName }) => branchName },
  { label: '出生年月', of: ({ birthMonth }) => month(birthMonth) },
  { label: '毕业年月', of: ({ graduationMonth }) => month(graduationMonth) },
  {
    label: '团内职务',
    of: ({ hasLeaguePost }) => (hasLeaguePost === null ? '没写' : yes(hasLeaguePost)),
  },
  { label: '团支书', of: ({ isSecretary }) => yes(isSecretary) },
];

const changesOf = (before: Person, after: Person): string =>
  FIELDS.flatMap(({ label, of }) =>
    of(before) === of(after) ? [] : [`${label}：${of(before)} → ${of(after)}`],
  ).join('；');

/** One line of the report. */
export const toReportRow = (row: RunRow, answers: Answers): ReportRow => {
  if (row.kind === 'missing') {
    const { memberId, name, studentNumber, branchName, bound } = row;
    const line = `${studentNumber}，${branchName}${bound ? '，登录过' : ''}`;
    return { ...NOTHING, key: memberId, place: '', title: name, line, memberId, canRemove: !bound };
  }
  const sheet = row.sheet ? `${row.sheet} ` : '';
  const place = `${sheet}第 ${row.row} 行`;
  if (row.kind === 'bad') return { ...badRow(row, answers), place: placeOf(row) ? place : `${sheet}表头` };
  const { after } = row;
  const key = `${row.sheet ?? ''}${row.row}`;
  if (row.kind === 'added')
    return { ...NOTHING, key, place, title: after.name, line: `${after.studentNumber}，${after.branchName}` };
  return { ...NOTHING, key, place, title: after.name, line: changesOf(row.before, after) };
};

/** Everything shown as words, for whoever mends the table at a computer. */
export const reportText = (fileName: string, rows: readonly ReportRow[]): string =>
  [fileName, ...rows.map(({ place, title, line }) => `${place}，${title}：${line}`)]
    .filter(Boolean)
    .join('\n');
