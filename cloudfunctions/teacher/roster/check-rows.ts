/** Reads roster rows as they come from a spreadsheet and names everything wrong with them. */
import * as v from 'valibot';
import { rosterRow } from '../../../miniprogram/contract/teacher/roster';
import type { ROSTER_PROBLEMS } from '../../../miniprogram/contract/teacher/roster';
import { cleanLine, isEmpty, plainLine } from '../../../miniprogram/domain/text/clean-text';
import { numberKey } from '../../../miniprogram/domain/text/keys';
import { holdsIdNumber } from '../../../miniprogram/domain/text/id-number';

export type RosterRow = v.InferOutput<typeof rosterRow>;

type RosterProblem = (typeof ROSTER_PROBLEMS)[number];

export interface BadValue {
  /** Counted from 1, as a spreadsheet does, without the heading. */
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly problem: RosterProblem;
}

const LONGEST_SHOWN = 40;
/** Also as a spreadsheet shortens a number that long. */
const ID_CARD = /^(\d{15}|\d{17}[\dX]|\d(\.\d+)?E\+1[4-7])$/i;
const ID_CARD_HEADING = /身份证|证件号|id.?card|identity/i;

/** Text a spreadsheet would compute; no name, number or branch begins so. */
const FORMULA = /^[=+@]/;

const shown = (value: unknown): string => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return cleanLine(text).slice(0, LONGEST_SHOWN);
};

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && isEmpty(value));

export const looksLikeIdCard = (field: string, value: unknown): boolean =>
  ID_CARD_HEADING.test(plainLine(field)) ||
  ID_CARD.test(numberKey(shown(value))) ||
  holdsIdNumber(typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '');

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
    .filter(([field, value]) => !isBlank(value) && looksLikeIdCard(field, value))
    .map(([field]) => ({ row, field, value: '', problem: 'id-card' }));

const formulas = (row: number, cells: Readonly<Record<string, unknown>>): BadValue[] =>
  Object.entries(cells)
    .filter(([, value]) => typeof value === 'string' && FORMULA.test(plainLine(value)))
    .map(([field, value]) => ({ row, field, value: shown(value), problem: 'formula' }));

/** A good row keeps its place in the sheet, so that later findings can name it, and its number as it stands there. */
export interface GoodRow {
  readonly place: number;
  readonly typedNumber: string;
  readonly row: RosterRow;
}

export const checkRows = (
  rows: readonly Readonly<Record<string, unknown>>[],
): { good: GoodRow[]; bad: BadValue[] } => {
  const good: GoodRow[] = [];
  const bad: BadValue[] = [];
  const seen = new Set<string>();
  rows.forEach((raw, index) => {
    const row = index + 1;
    const cells = cellsOf(raw);
    const secret = idCards(row, cells);
    const parsed = v.safeParse(rosterRow, cells);
    if (secret.length > 0) return void bad.push(...secret);
    const computed = formulas(row, cells);
    if (computed.length > 0) return void bad.push(...computed);
    if (!parsed.success) return void bad.push(...badValues(row, cells, parsed.issues));
    const { studentNumber: typedNumber } = parsed.output;
    const studentNumber = numberKey(typedNumber);
    if (seen.has(studentNumber))
      bad.push({ row, field: 'studentNumber', value: studentNumber, problem: 'duplicate' });
    else good.push({ place: row, typedNumber, row: { ...parsed.output, studentNumber } });
    seen.add(studentNumber);
  });
  return { good, bad };
};
