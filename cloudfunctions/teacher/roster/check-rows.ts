/** Reads roster rows as they come from a spreadsheet and names everything wrong with them. */
import * as v from 'valibot';
import { rosterRow } from '../../../miniprogram/contract/teacher/roster';
import type { RosterProblem } from '../../../miniprogram/domain/people/roster-problems';
import { cleanLine, isEmpty, plainLine } from '../../../miniprogram/domain/text/clean-text';
import type { RosterField } from '../../../miniprogram/domain/people/roster-columns';
import { nameKey, numberKey, placeKey } from '../../../miniprogram/domain/text/keys';
import { holdsIdNumber, holdsLongIdNumber } from '../../../miniprogram/domain/text/id-number';

export type RosterRow = v.InferOutput<typeof rosterRow>;

export interface BadValue {
  /** Counted from 1, as a spreadsheet does, without the heading. */
  readonly row: number;
  /** Where the file has several. */
  readonly sheet?: string | undefined;
  /** The heading of its column; the field itself until the table is known. */
  readonly field: string;
  readonly value: string;
  readonly problem: RosterProblem;
  /** What the cell should hold; none of a finding about a whole column. */
  readonly of?: RosterField | undefined;
  /** The name that stands in the row. */
  readonly who?: string | undefined;
  /** Somebody of the roster who it may be. */
  readonly otherId?: string | undefined;
}

const LONGEST_SHOWN = 40;
/** Also as a spreadsheet shortens a number that long. */
const ID_CARD = /^(\d{17}[\dX]|\d(\.\d+)?E\+1[67])$/i;
const ID_CARD_HEADING = /身份证|证件号|id.?card|identity/i;

/** As 1E+16 is. */
const SHORTEST_ID_CARD = 5;

/** Text a spreadsheet would compute, or could not; no name, number or branch begins so. */
const FORMULA = /^[=+@]|^#(N\/A|REF!|VALUE!|NAME|DIV\/0!|NUM!|NULL!|SPILL!)/i;

const shown = (value: unknown, longest = LONGEST_SHOWN): string => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return cleanLine(text).slice(0, longest);
};

/** What may be repeated of a name: never an ID number. */
export const shownName = (value: unknown): string => (holdsIdNumber(shown(value)) ? '' : shown(value));

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && isEmpty(value));

/** 姓名（与身份证一致）: which spelling is meant, and no number. */
const AS_ON_CARD = /^([^()号证]+)\([^()号]*身份证[^()号]*\)$/;

/** A column that says it holds ID numbers, whatever is in it. */
export const isIdCardHeading = (heading: string): boolean =>
  ID_CARD_HEADING.test(plainLine(heading).replace(AS_ON_CARD, '$1'));

/** An ID number of today's form; one of 15 digits may as well be a number of the college's own. */
export const looksLikeIdCard = (text: string): boolean =>
  text.length >= SHORTEST_ID_CARD && (ID_CARD.test(numberKey(text)) || holdsLongIdNumber(text));

const isSecret = (field: string, value: unknown): boolean => {
  const text = shown(value, Infinity);
  return looksLikeIdCard(text) || (field !== 'studentNumber' && holdsIdNumber(text));
};

/** Spreadsheets make numbers of digits and leave cells empty. */
const cellsOf = (raw: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(raw)
      .filter(([, value]) => !isBlank(value))
      .map(([field, value]) => [field, typeof value === 'number' ? String(value) : value]),
  );

const problemOf = (issue: v.BaseIssue<unknown>, isKnownField: boolean): RosterProblem => {
  if (!isKnownField) return 'unknown-column';
  return issue.input === undefined ? 'missing' : 'malformed';
};

const badValues = (row: number, cells: Record<string, unknown>, issues: readonly v.BaseIssue<unknown>[]) =>
  issues.map((issue): BadValue => {
    const field = v.getDotPath(issue) ?? '';
    const problem = problemOf(issue, field in rosterRow.entries);
    return { row, field, value: shown(cells[field]), problem };
  });

/** A value that may be an ID number is named by its place only, never repeated. */
const idCards = (row: number, raw: Readonly<Record<string, unknown>>): BadValue[] =>
  Object.entries(raw)
    .filter(([field, value]) => !isBlank(value) && isSecret(field, value))
    .map(([field]) => ({ row, field, value: '', problem: 'id-card' }));

const formulas = (row: number, cells: Readonly<Record<string, unknown>>): BadValue[] =>
  Object.entries(cells)
    .filter(([, value]) => typeof value === 'string' && FORMULA.test(plainLine(value)))
    .map(([field, value]) => ({ row, field, value: shown(value), problem: 'formula' }));

/** What a spreadsheet makes of a long number in a narrow cell: the digits behind are gone. */
const SHORTENED = /^\d(\.\d+)?E\+?\d+$/i;

/** Years in which students are born and leave: others are a slip, or the other column's. */
const YEARS = { birthMonth: [1950, 2020], graduationMonth: [2010, 2060] } as const;
const MONTHS = ['birthMonth', 'graduationMonth'] as const;

const unlikelyMonths = (row: number, cells: Readonly<Record<string, unknown>>): BadValue[] =>
  MONTHS.flatMap((field): BadValue[] => {
    const value = shown(cells[field]);
    const [first, last] = YEARS[field];
    const isUnlikely =
      /^\d{4}-\d\d$/.test(value) && (Number(value.slice(0, 4)) < first || Number(value.slice(0, 4)) > last);
    return isUnlikely ? [{ row, field, value, problem: 'malformed' }] : [];
  });

/** A remark or a number behind a name, or the branch's name in its place. */
const NO_NAME = /[()]|支部$|\d班$|\d{4}/;

/** Two people in one cell; a long name may be wrapped at its dot. */
const TWO_LINES = { studentNumber: /\S\s*\n\s*\S/, name: /\p{Script=Han}\s*\n\s*\p{Script=Han}/u } as const;

/** Cells that are some text, and yet no name or number anybody signs in with. */
const doubtful = (row: number, cells: Readonly<Record<string, unknown>>): BadValue[] => {
  const number = plainLine(shown(cells.studentNumber));
  const name = plainLine(shown(cells.name));
  const bad: BadValue[] = [];
  (['studentNumber', 'name'] as const).forEach((field) => {
    const value = cells[field];
    if (typeof value === 'string' && TWO_LINES[field].test(value.trim()))
      bad.push({ row, field, value: shown(value), problem: 'malformed' });
  });
  if (SHORTENED.test(number))
    bad.push({ row, field: 'studentNumber', value: number, problem: 'shortened-number' });
  if (/\p{Script=Han}/u.test(number))
    bad.push({ row, field: 'studentNumber', value: number, problem: 'malformed' });
  if (name !== '' && (!/\p{L}/u.test(name) || NO_NAME.test(name)))
    bad.push({ row, field: 'name', value: shown(cells.name), problem: 'malformed' });
  return bad;
};

/** The first finding of each cell says best what is wrong with it. */
const onePerField = (bad: readonly BadValue[]): BadValue[] =>
  bad.filter(({ field }, index) => bad.findIndex((one) => one.field === field) === index);

/** A good row keeps its place in the sheet, so that later findings can name it, and its number as it stands there. */
export interface GoodRow {
  readonly place: number;
  /** Where the file has several. */
  readonly sheet?: string | undefined;
  /** The file has no month of graduation: theirs is the season's, unless one is stored. */
  readonly assumesGraduation?: boolean;
  /** Whoever has no post is left empty in such a column; without one nothing is known of posts. */
  readonly hasPostColumn?: boolean;
  readonly typedNumber: string;
  readonly row: RosterRow;
}

/** Rows by number, the unreadable ones included: of two that have one number nobody knows which is right. */
const numbersOf = (rows: readonly Readonly<Record<string, unknown>>[]): ReadonlyMap<string, number[]> => {
  const found = new Map<string, number[]>();
  rows.forEach(({ studentNumber }, index) => {
    const key = numberKey(shown(studentNumber, Infinity));
    if (key !== '') found.set(key, [...(found.get(key) ?? []), index]);
  });
  return found;
};

/** What is not written in one of two rows is no contradiction. */
const agree = (a: unknown, b: unknown): boolean => isBlank(a) || isBlank(b) || a === b;

const saysTheSame = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean =>
  nameKey(shown(a.name)) === nameKey(shown(b.name)) &&
  placeKey(shown(a.branchName)) === placeKey(shown(b.branchName)) &&
  (['birthMonth', 'graduationMonth', 'hasLeaguePost', 'isSecretary'] as const).every((field) =>
    agree(a[field], b[field]),
  );

/** Checks each row by itself, and that no two have one number: rows that say the same count once. */
export const checkRows = (
  rows: readonly Readonly<Record<string, unknown>>[],
): { good: GoodRow[]; bad: BadValue[] } => {
  const good: GoodRow[] = [];
  const bad: BadValue[] = [];
  const numbers = numbersOf(rows);
  const isDoubled = (index: number, key: string): boolean => {
    const [first = index, ...others] = numbers.get(key) ?? [];
    if (others.length === 0) return false;
    const isOne = others.every((other) => saysTheSame(rows[first] ?? {}, rows[other] ?? {}));
    return index !== first || !isOne;
  };
  rows.forEach((raw, index) => {
    const row = index + 1;
    const cells = cellsOf(raw);
    const secret = idCards(row, cells);
    const parsed = v.safeParse(rosterRow, cells);
    if (secret.length > 0) return void bad.push(...secret);
    const issues = parsed.success ? [] : badValues(row, cells, parsed.issues);
    const wrong = onePerField([
      ...formulas(row, cells),
      ...doubtful(row, cells),
      ...unlikelyMonths(row, cells),
      ...issues,
    ]);
    if (!parsed.success || wrong.length > 0) return void bad.push(...wrong);
    const { studentNumber: typedNumber } = parsed.output;
    const studentNumber = numberKey(typedNumber);
    if (isDoubled(index, studentNumber))
      bad.push({ row, field: 'studentNumber', value: studentNumber, problem: 'duplicate' });
    else good.push({ place: row, typedNumber, row: { ...parsed.output, studentNumber } });
  });
  return { good, bad };
};
