/** Tables that stand side by side in one sheet: each is read as a sheet of its own, its cells where they stood. */
import { isLongNumber } from './lines';
import { plainHeading } from './plain-heading';
import { cellName, type Sheet, type SheetRow } from './workbook/sheet';

/** What each column of a row of headings holds; undefined for any other row. */
type FieldsOf<F extends string> = (row: SheetRow) => readonly (F | undefined)[] | undefined;

/** Columns of headings that belong together, both included; counted from 0. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const isEmpty = (cell: string | undefined): boolean => (cell ?? '').trim() === '';

/** Where the first headings of a row begin: at what stands before its first key without a gap, unless that are people. */
const beginOf = ({ cells }: SheetRow, key: number): number => {
  if (cells.slice(0, key).some(isLongNumber)) return key;
  let from = key;
  while (from > 0 && !isEmpty(cells[from - 1])) from -= 1;
  return from;
};

/**
 * Where the next table begins: behind a gap, else where a heading that led the table before comes again.
 * @param before where the table before begins, and the last of its keys
 */
const cutBetween = (
  { cells }: SheetRow,
  before: { readonly from: number; readonly key: number },
  key: number,
): number => {
  const between = Array.from({ length: key - before.key - 1 }, (_, index) => before.key + 1 + index);
  const gap = between.filter((at) => isEmpty(cells[at])).at(-1);
  if (gap !== undefined) return gap + 1;
  const headings = cells.map(plainHeading);
  const leading = headings.slice(before.from, headings.indexOf(headings[key] ?? '', before.from));
  return between.find((at) => leading.includes(headings[at] ?? '')) ?? key;
};

/** Where the last headings of a row end: at a gap, or at what is known behind it. */
const endOf = ({ cells }: SheetRow, fields: readonly unknown[], key: number): number => {
  let to = key;
  while (!isEmpty(cells[to + 1])) to += 1;
  return Math.max(to, ...fields.flatMap((field, at) => (field === undefined ? [] : [at])));
};

/** Columns of keys that are of one table. */
interface Group<F> {
  readonly keys: Set<F>;
  readonly first: number;
  last: number;
}

/** A key that comes again under the same words begins the next table: 申请人 beside 姓名 is of the same one. */
const groupsOf = <F extends string>(
  { cells }: SheetRow,
  fields: readonly (F | undefined)[],
  keys: readonly F[],
): Group<F>[] => {
  const wordsOf = new Map<F, string>();
  const groups: Group<F>[] = [];
  fields.forEach((field, at) => {
    if (field === undefined || !keys.includes(field)) return;
    const words = plainHeading(cells[at] ?? '');
    if ((wordsOf.get(field) ?? words) !== words) return;
    wordsOf.set(field, words);
    const group = groups.at(-1);
    if (!group || group.keys.has(field)) groups.push({ keys: new Set([field]), first: at, last: at });
    else {
      group.keys.add(field);
      group.last = at;
    }
  });
  return groups;
};

/** The tables one row of headings is for; one where some of them would lack a key. */
const spansOf = <F extends string>(
  row: SheetRow,
  fields: readonly (F | undefined)[],
  keys: readonly F[],
): Span[] => {
  const groups = groupsOf(row, fields, keys);
  const [first] = groups;
  if (!first) return [];
  const starts = [beginOf(row, first.first)];
  groups.slice(1).forEach((group, index) => {
    starts.push(cutBetween(row, { from: starts[index] ?? 0, key: groups[index]?.last ?? 0 }, group.first));
  });
  const end = endOf(row, fields, groups.at(-1)?.last ?? first.last);
  const isEven = groups.every((group) => keys.every((key) => group.keys.has(key)));
  return isEven
    ? starts.map((from, index) => ({ from, to: (starts[index + 1] ?? end + 1) - 1 }))
    : [{ from: beginOf(row, first.first), to: end }];
};

const overlap = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to;

/** The columns at which the tables of a sheet begin; one where two of a row would fall together. */
const beginnings = <F extends string>(
  rows: readonly SheetRow[],
  fieldsOf: FieldsOf<F>,
  keys: readonly F[],
): readonly number[] => {
  let blocks: Span[] = [];
  for (const row of rows) {
    const fields = fieldsOf(row);
    const spans = fields ? spansOf(row, fields, keys) : [];
    for (const span of spans) {
      const near = blocks.filter((block) => overlap(block, span));
      if (near.length > 1 || near.some((block) => spans.filter((one) => overlap(block, one)).length > 1))
        return [0];
      const [old = span] = near;
      const whole = { from: Math.min(old.from, span.from), to: Math.max(old.to, span.to) };
      blocks = [...blocks.filter((block) => block !== old), whole];
    }
  }
  return blocks
    .map(({ from }) => from)
    .sort((a, b) => a - b)
    .map((from, index) => (index === 0 ? 0 : from));
};

/** Titles over all tables: one text to the left, with nothing but such between it and headings. */
const sharedTitles = (
  rows: readonly SheetRow[],
  isHeading: (row: SheetRow) => boolean,
  end: number,
): ReadonlySet<SheetRow> => {
  const shared = new Set<SheetRow>();
  let isAbove = false;
  [...rows].reverse().forEach((row) => {
    if (isHeading(row)) isAbove = true;
    else {
      const filled = row.cells.flatMap((cell, at) => (isEmpty(cell) ? [] : [{ cell: cell.trim(), at }]));
      isAbove &&= new Set(filled.map(({ cell }) => cell)).size === 1 && (filled[0]?.at ?? 0) < end;
      if (isAbove) shared.add(row);
    }
  });
  return shared;
};

export interface TableBeside extends Sheet {
  /** The letter of the column it begins at; empty for the first. */
  readonly letter: string;
}

/**
 * The tables of a sheet, from left to right: the sheet itself where it has one. Rows that cannot be seen are told with the
 * first.
 * @param keys what each table has once
 */
export const tablesBeside = <F extends string>(
  sheet: Sheet,
  fieldsOf: FieldsOf<F>,
  keys: readonly F[],
): TableBeside[] => {
  const from = beginnings(sheet.rows, fieldsOf, keys);
  const [, second] = from;
  if (second === undefined) return [{ ...sheet, letter: '' }];
  const shared = sharedTitles(sheet.rows, (row) => fieldsOf(row) !== undefined, second);
  return from.map((begin, index) => {
    const end = from[index + 1] ?? Infinity;
    const rows = sheet.rows.flatMap((row) => {
      if (shared.has(row)) return [row];
      const cells = row.cells.slice(0, end).map((cell, at) => (at < begin ? '' : cell));
      return cells.every(isEmpty) ? [] : [{ ...row, cells }];
    });
    const numbers = new Set(rows.map(({ row }) => row));
    return {
      ...sheet,
      rows,
      hiddenRows: index === 0 ? sheet.hiddenRows : [],
      crossedOut: (sheet.crossedOut ?? []).filter((row) => numbers.has(row)),
      letter: index === 0 ? '' : cellName(1, begin + 1).slice(0, -1),
    };
  });
};
