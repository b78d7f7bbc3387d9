/** Finds the headings of a sheet, and says which column holds what. */
import type * as v from 'valibot';
import type { rosterColumn } from '../../../miniprogram/contract/teacher/roster-answers';
import { cleanLine } from '../../../miniprogram/domain/text/clean-text';
import { holdsIdNumber } from '../../../miniprogram/domain/text/id-number';
import type { ColumnUse } from '../../../miniprogram/domain/people/roster-columns';
import type { Reading } from './answers';
import { isBlank, isIdCardHeading, looksLikeIdCard, type BadValue } from './check-rows';
import {
  COLUMNS,
  columnKeys,
  columnOf,
  isAnyPost,
  isClass,
  isLeaguePost,
  isOwnHeading,
  type Column,
} from './columns';
import { noteOf, type RosterNote } from './notes';
import { isLongNumber } from './lines';
import { cellName, type SheetRow } from './workbook/sheet';

export type ColumnSeen = v.InferOutput<typeof rosterColumn>;

/** Headings with the rows below them, up to the next headings. */
export interface Segment {
  readonly heading: SheetRow;
  readonly rows: SheetRow[];
}

const letterOf = (index: number): string => cellName(1, index + 1).slice(0, -1);

interface Assigned {
  readonly column: Column | undefined;
  readonly from: ColumnSeen['from'];
}

const ofUse = (use: ColumnUse): Column | undefined => COLUMNS.find(({ field }) => field === use);

/** A column of ID numbers is nothing else, whatever anybody says. */
const assigned = (heading: string, key: string, { answers, remembered }: Reading): Assigned => {
  if (isIdCardHeading(heading) || looksLikeIdCard(heading)) return { column: undefined, from: 'heading' };
  const answer = answers.columns.find((one) => one.key === key);
  if (answer) return { column: ofUse(answer.use), from: 'answer' };
  const before = remembered.get(key);
  if (before !== undefined) return { column: ofUse(before), from: 'remembered' };
  return { column: columnOf(heading), from: 'heading' };
};

/** Of 学号 and 学籍号 beside each other it is 学号: other words for a column count where its own is not there. */
const withoutSeconds = (all: readonly Assigned[], headings: readonly string[]): Assigned[] => {
  const own = new Set(
    all.flatMap(({ column }, index) => (column && isOwnHeading(headings[index] ?? '') ? [column] : [])),
  );
  return all.map((one, index) =>
    one.from === 'heading' && one.column && own.has(one.column) && !isOwnHeading(headings[index] ?? '')
      ? { column: undefined, from: 'heading' }
      : one,
  );
};

/** What each column is taken for, by its heading and what was said of it. */
export const allAssigned = (headings: readonly string[], reading: Reading): Assigned[] => {
  const keys = columnKeys(headings, letterOf);
  const all = withoutSeconds(
    headings.map((heading, index) => assigned(heading, keys[index] ?? '', reading)),
    headings,
  );
  // A class stands for its branch where the table has no column of branches.
  const branch = ofUse('branchName');
  const classAt = headings.findIndex(isClass);
  const isOpen = all[classAt]?.from === 'heading' && !all.some(({ column }) => column === branch);
  return isOpen
    ? all.map((one, index) => (index === classAt ? { column: branch, from: 'class' } : one))
    : all;
};

/** 职务 tells of posts in the League where no other column does and some of its cells name one. */
const withPosts = (
  all: readonly Assigned[],
  headings: readonly string[],
  rows: readonly SheetRow[],
): readonly Assigned[] => {
  const posts = ofUse('hasLeaguePost');
  const at = headings.findIndex(isAnyPost);
  const isOpen = all[at]?.from === 'heading' && !all.some(({ column }) => column === posts);
  return isOpen && rows.some(({ cells }) => isLeaguePost(cells[at] ?? ''))
    ? all.map((one, index) => (index === at ? { column: posts, from: 'heading' } : one))
    : all;
};

/** Says cheaply that a row is none: every heading row has a column of names. */
export const NAME = /姓\s*名|名字|name|^\s*(团员|学生|毕业生)\s*$/i;

type Fields = readonly (Column['field'] | undefined)[];

/** What was said to be a column of names, now or of earlier files. */
const saidNames = ({ answers, remembered }: Reading): ReadonlySet<string> => {
  const said = [...answers.columns, ...[...remembered].map(([key, use]) => ({ key, use }))];
  return new Set(said.flatMap(({ key, use }) => (use === 'name' ? [key] : [])));
};

/** What the columns of a row of headings hold; undefined for any other row. */
export const fieldsOfHeadings = (reading: Reading): ((row: SheetRow) => Fields | undefined) => {
  const names = saidNames(reading);
  return ({ cells }) => {
    if (!cells.some((cell) => NAME.test(cell) || names.has(cell.trim()))) return undefined;
    const fields = allAssigned(cells.map(cleanLine), reading).map(({ column }) => column?.field);
    return fields.includes('studentNumber') && fields.includes('name') ? fields : undefined;
  };
};

const looksLikeNumber = (cell: string): boolean =>
  /^[\dA-Z-]{5,20}$/i.test(cell.trim()) && /\d{4}/.test(cell);
const looksLikeName = (cell: string): boolean => /^[\p{Script=Han}·•\s]{2,12}$/u.test(cell.trim());
const looksLikePerson = ({ cells }: SheetRow): boolean =>
  cells.some(looksLikeNumber) && cells.some(looksLikeName);

const FEWEST_BELOW = 2;

/** Where no heading is known, the row above the first people: she says what its columns are. */
const guessedHeading = (rows: readonly SheetRow[]): SheetRow | undefined => {
  const first = rows.findIndex(looksLikePerson);
  const people = rows.filter(looksLikePerson).length;
  return people < FEWEST_BELOW ? undefined : rows[first - 1];
};

const cut = (rows: readonly SheetRow[], isTop: (row: SheetRow) => boolean) => {
  const above: SheetRow[] = [];
  const segments: Segment[] = [];
  rows.forEach((row) => {
    const current = segments.at(-1);
    if (isTop(row)) segments.push({ heading: row, rows: [] });
    else (current?.rows ?? above).push(row);
  });
  // Headings merged over two rows are headings twice; the lower one names each column.
  const filled = segments.filter(
    ({ rows: below }, index) => below.length > 0 || index === segments.length - 1,
  );
  return { above, segments: filled };
};

/** Rows in which the words that head people stand, whichever way they lie. */
const TOP = 200;

/** People stand in columns, or each has a card: one column says both 学号 and 姓名. */
export const isTurned = (rows: readonly SheetRow[]): boolean => {
  const fields = rows.slice(0, TOP).map(({ cells }) => cells.map((cell) => columnOf(cell)?.field));
  const width = Math.max(0, ...fields.map(({ length }) => length));
  const holds = (at: number, field: Column['field']) => fields.some((row) => row[at] === field);
  return Array.from({ length: width }, (_, at) => at).some(
    (at) => holds(at, 'studentNumber') && holds(at, 'name'),
  );
};

/** Cuts a sheet at its headings; `above` are titles and remarks. */
export const segmentsOf = (rows: readonly SheetRow[], reading: Reading) => {
  const fieldsOf = fieldsOfHeadings(reading);
  const found = cut(rows, (row) => fieldsOf(row) !== undefined);
  if (found.segments.length > 0) return found;
  const guess = isTurned(rows) ? undefined : guessedHeading(rows);
  return guess ? cut(rows, (row) => row === guess) : found;
};

/** A number among the headings is somebody's: of a card, or of a table that this one stands beside. */
export const isCard = ({ heading }: Segment): boolean => heading.cells.some(isLongNumber);

const timesOf = (headings: readonly string[], field: Column['field']): number =>
  headings.filter((heading) => columnOf(heading)?.field === field && isOwnHeading(heading)).length;

/** Two lists of people that could not be parted: whichever columns are left out, somebody would be lost. */
const isBeside = (headings: readonly string[]): boolean =>
  timesOf(headings, 'name') > 1 &&
  (timesOf(headings, 'studentNumber') > 1 || timesOf(headings, 'branchName') > 1);

/** What is wrong with the headings themselves. */
const badHeadings = (
  { heading: { row } }: Segment,
  headings: readonly string[],
  columns: readonly (Column | undefined)[],
): BadValue[] => {
  if (isBeside(headings)) return [{ row, field: '姓名', value: '', problem: 'tables-beside' }];
  const bad = columns.flatMap((column, index): BadValue[] =>
    column && columns.indexOf(column) < index
      ? [{ row, field: (headings[index] ?? '').slice(0, 40), value: '', problem: 'duplicate-column' }]
      : [],
  );
  const missing = COLUMNS.filter(
    (column) => column.isRequired && column.field !== 'graduationMonth' && !columns.includes(column),
  );
  return [...bad, ...missing.map(({ heading }) => missingColumn(heading, row))];
};

const ofTable = (problem: BadValue['problem'], row: number): BadValue => ({
  row,
  field: '整张表',
  value: '',
  problem,
});

export const turnedTable = (row: number): BadValue => ofTable('turned-table', row);
export const noHeading = (): BadValue => ofTable('no-heading', 1);

const missingColumn = (field: string, row: number): BadValue => ({
  row,
  field,
  value: '',
  problem: 'missing-column',
});

const SAMPLES = 3;
const LOOKED_AT = 40;
const LONGEST_SAMPLE = 20;

const samplesOf = ({ rows }: Segment, index: number): string[] => {
  const cells = rows.slice(0, LOOKED_AT).map(({ cells: one }) => cleanLine(one[index] ?? ''));
  const shown = cells.filter((cell) => cell !== '' && !holdsIdNumber(cell) && !looksLikeIdCard(cell));
  return [...new Set(shown)].slice(0, SAMPLES).map((cell) => cell.slice(0, LONGEST_SAMPLE));
};

export interface Headings {
  readonly columns: readonly (Column | undefined)[];
  readonly seen: readonly ColumnSeen[];
  /** Columns of ID numbers, and how many there are of any kind. */
  readonly struck: readonly number[];
  readonly width: number;
  readonly bad: BadValue[];
  readonly notes: RosterNote[];
}

/** Reads the headings of a segment. Nothing of a column of ID numbers is told but its letter. */
export const readHeadings = (segment: Segment, sheet: string, reading: Reading): Headings => {
  const { rows, heading } = segment;
  const width = Math.max(heading.cells.length, ...new Set(rows.map(({ cells }) => cells.length)));
  const headings = Array.from({ length: width }, (_, index) => cleanLine(heading.cells[index] ?? ''));
  const keys = columnKeys(headings, letterOf);
  const all = withPosts(allAssigned(headings, reading), headings, rows);
  const columns = all.map(({ column }) => column);
  const isStruck = (index: number): boolean =>
    !columns[index] &&
    (isIdCardHeading(headings[index] ?? '') ||
      looksLikeIdCard(headings[index] ?? '') ||
      rows.some(({ cells }) => looksLikeIdCard(cells[index] ?? '')));
  const isFilled = (index: number) =>
    !isBlank(headings[index]) || rows.some(({ cells }) => !isBlank(cells[index]));
  const seen = all.flatMap(({ column, from }, index): ColumnSeen[] => {
    if (!isFilled(index)) return [];
    const [key = '', letter] = [keys[index], letterOf(index)];
    if (isStruck(index))
      return [{ key, letter, heading: '', samples: [], use: 'id-number', from: 'heading' }];
    const samples = column ? samplesOf(segment, index) : [];
    const text = headings[index] ?? '';
    const safe = holdsIdNumber(text) ? '' : text.slice(0, 40);
    return [{ key, letter, heading: safe, samples, use: column?.field ?? 'skip', from }];
  });
  const struck = seen.filter(({ use }) => use === 'id-number');
  return {
    columns,
    struck: struck.map(({ letter }) => keys.findIndex((_, index) => letterOf(index) === letter)),
    width,
    seen: seen.map((one) => (one.use === 'id-number' ? { ...one, key: `列${one.letter}` } : one)),
    bad: badHeadings(segment, headings, columns),
    notes: struck.map(({ letter }) => noteOf('id-column', { sheet, names: [letter] })),
  };
};
