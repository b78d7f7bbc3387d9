import type { Response } from '../../../../contract';
import { noteLines } from './notes';

export type Run = Response<'teacher', 'rosterProgress'>['run'];
export type RunRow = Response<'teacher', 'rosterRows'>['rows'][number];
export type RowKind = RunRow['kind'];
type Person = Extract<RunRow, { kind: 'added' }>['after'];
type Problem = Extract<RunRow, { kind: 'bad' }>['problem'];

const PROBLEMS: Record<Problem, string> = {
  missing: '这一格是空的，请补上。合并的格子要先拆开',
  malformed: '看不懂这一格',
  'unknown-column': '不认识这一列，请删掉',
  'missing-column': '表里少了这一列，请照模板补上',
  'duplicate-column': '这一列出现了两次，请留一列',
  'id-card': '像是身份证号码。我们不收，请整列删掉',
  formula: '这一格是公式，请改成文字',
  duplicate: '这个学号在上面出现过，请留一行',
  'other-college': '这个人在别的学院的名单里，请先核对',
  'text-rejected': '这个名字没有通过微信的内容检查，请核对',
  'lost-character': '有个字没存下来。请改成正确的字，另存为 .xlsx 再传',
  'shortened-number': '学号被表格缩短了，后面的数字没有了。请把这一列设成文本，重新填',
  'swapped-columns': '学号这一列里是姓名，姓名这一列里是学号。请把两个表头换过来',
};

/** How a cell that cannot be read should be written, by its column. */
const WRITTEN_SO: Readonly<Record<string, string>> = {
  出生年月: '写成 2004-03 这样',
  毕业年月: '写成 2026-06 这样',
  团支书: '写“是”，或者空着',
  姓名: '只写姓名，最多 30 个字',
  学号: '最多 32 位',
  团支部: '最多 60 个字',
};

export interface ReportRow {
  readonly key: string;
  /** Where in the table, as the spreadsheet counts. */
  readonly place: string;
  readonly title: string;
  readonly line: string;
}

export interface RunView {
  readonly title: string;
  readonly text: string;
  readonly college: string;
  readonly figures: readonly {
    readonly kind: RowKind | 'unchanged';
    readonly label: string;
    readonly count: number;
  }[];
  /** Branches that would be new, for whoever mistyped one; empty without any. */
  readonly newBranches: string;
  /** What the reader left out or took in another sense, a sentence each. */
  readonly notes: readonly string[];
  readonly bad: number;
  readonly canApply: boolean;
  readonly applyLabel: string;
  readonly percent: number;
  readonly progress: string;
  readonly state: Run['state'];
}

const badLine = ({ column, value, problem }: Extract<RunRow, { kind: 'bad' }>): string => {
  const found = value ? `${PROBLEMS[problem]}：${value}` : PROBLEMS[problem];
  const hint = problem === 'malformed' ? WRITTEN_SO[column] : undefined;
  return hint ? `${found}。${hint}` : found;
};

const month = (text: string | null): string =>
  text ? text.replace(/^(\d{4})-0?(\d+)$/, '$1年$2月') : '没有';
const yes = (value: boolean): string => (value ? '是' : '否');

const FIELDS: readonly { label: string; of(person: Person): string }[] = [
  { label: '姓名', of: ({ name }) => name },
  { label: '团支部', of: ({ branchName }) => branchName },
  { label: '出生年月', of: ({ birthMonth }) => month(birthMonth) },
  { label: '毕业年月', of: ({ graduationMonth }) => month(graduationMonth) },
  { label: '团内职务', of: ({ hasLeaguePost }) => yes(hasLeaguePost) },
  { label: '团支书', of: ({ isSecretary }) => yes(isSecretary) },
];

const changesOf = (before: Person, after: Person): string =>
  FIELDS.flatMap(({ label, of }) =>
    of(before) === of(after) ? [] : [`${label}：${of(before)} → ${of(after)}`],
  ).join('；');

/** One line of the report. */
export const toReportRow = (row: RunRow): ReportRow => {
  const place = `${row.sheet ? `${row.sheet} ` : ''}第 ${row.row} 行`;
  const at = `${row.sheet ?? ''}${row.row}`;
  if (row.kind === 'bad')
    return {
      key: `${at}-${row.column}-${row.problem}`,
      place: row.row > 1 ? place : '表头',
      title: row.column,
      line: badLine(row),
    };
  const { after } = row;
  if (row.kind === 'added')
    return {
      key: at,
      place,
      title: after.name,
      line: `${after.studentNumber}，${after.branchName}`,
    };
  return { key: at, place, title: after.name, line: changesOf(row.before, after) };
};

const words = (run: Run): Pick<RunView, 'title' | 'text'> => {
  const changes = run.added + run.updated;
  if (run.state === 'applied')
    return {
      title: `写进去了 ${run.done} 人`,
      text: run.skipped > 0 ? `${run.skipped} 人刚被别的学院收走，没有改动。` : '名单已经是新的。',
    };
  if (run.state === 'applying') return { title: '正在写名单', text: '关掉也没关系，回来接着写。' };
  if (run.state === 'stopped')
    return {
      title: `停在了 ${run.done} / ${run.total} 人`,
      text: '让名单写入的老师权限收回了，后面的没有再写。把同一份表再传一次，剩下的就能补上。',
    };
  if (run.badRows > 0 || run.badCells > 0)
    return { title: `有 ${run.badRows} 行要改`, text: '一行都还没有写进去。改好表格再传一次。' };
  if (changes === 0) return { title: '没有要改的', text: '这份表和现在的名单一样。' };
  return { title: `会改动 ${changes} 人`, text: '现在还什么都没有写。' };
};

const newBranchLine = ({ state, newBranches, newBranchNames }: Run): string => {
  if (state !== 'checked' || newBranches === 0) return '';
  const more = newBranches > newBranchNames.length ? `等 ${newBranches} 个` : '';
  return `名单里还没有${newBranchNames.join('、')}${more}，会新建。名字写错的话，改好再传。`;
};

/** Everything shown as words, for whoever mends the table at a computer. */
export const reportText = (fileName: string, rows: readonly ReportRow[]): string =>
  [fileName, ...rows.map(({ place, title, line }) => `${place}，${title}：${line}`)]
    .filter(Boolean)
    .join('\n');

/** A dry run, its application and its end. */
export const toRunView = (run: Run): RunView => {
  const changes = run.added + run.updated;
  const isClean = run.badRows === 0 && run.badCells === 0;
  return {
    ...words(run),
    college: `${run.collegeName}，表里 ${run.rows} 行${run.newBranches > 0 ? `，新建 ${run.newBranches} 个支部` : ''}`,
    figures: [
      { kind: 'bad', label: '要改', count: run.badCells },
      { kind: 'added', label: '新加', count: run.added },
      { kind: 'updated', label: '改动', count: run.updated },
      { kind: 'unchanged', label: '不变', count: run.unchanged },
    ],
    newBranches: newBranchLine(run),
    notes: run.state === 'checked' ? noteLines(run.notes) : [],
    bad: run.badCells,
    canApply: (run.state === 'checked' || run.state === 'applying') && isClean && changes > 0,
    applyLabel: run.state === 'applying' ? '接着写' : `确定，写入 ${changes} 人`,
    percent: run.total > 0 ? Math.round((run.done / run.total) * 100) : 0,
    progress: `${run.done} / ${run.total} 人`,
    state: run.state,
  };
};

/** What to list first: what is wrong, else what would be new. */
export const firstKind = (run: Run): RowKind =>
  run.badCells > 0 ? 'bad' : run.added > 0 || run.updated === 0 ? 'added' : 'updated';
