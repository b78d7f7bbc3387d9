/** Finds the headings of a sheet, and says which column holds what. */
import { cleanLine } from '../../../miniprogram/domain/text/clean-text';
import { isBlank, isIdCardHeading, looksLikeIdCard, type BadValue } from './check-rows';
import { COLUMNS, columnOf, isClass, isIgnored, type Column } from './columns';
import { noteOf, type RosterNote } from './notes';
import { cellName, type SheetRow } from './workbook/sheet';

/** Headings with the rows below them, up to the next headings. */
export interface Segment {
  readonly heading: SheetRow;
  readonly rows: SheetRow[];
}

/** Says cheaply that a row is none: every heading row has a column of names. */
const NAME = /姓\s*名/;

const isHeading = ({ cells }: SheetRow): boolean => {
  if (!cells.some((cell) => NAME.test(cell))) return false;
  const fields = cells.map((cell) => columnOf(cell)?.field);
  return fields.includes('studentNumber') && fields.includes('name');
};

/** Cuts a sheet at its headings; `above` are titles and remarks. */
export const segmentsOf = (rows: readonly SheetRow[]): { above: SheetRow[]; segments: Segment[] } => {
  const above: SheetRow[] = [];
  const segments: Segment[] = [];
  rows.forEach((row) => {
    const current = segments.at(-1);
    if (isHeading(row)) segments.push({ heading: row, rows: [] });
    else (current?.rows ?? above).push(row);
  });
  return { above, segments };
};

/** A class stands for its branch where the table has no column of branches. */
const columnsOf = (headings: readonly string[]): (Column | undefined)[] => {
  const columns = headings.map(columnOf);
  const classAt = headings.findIndex(isClass);
  const branch = COLUMNS.find(({ field }) => field === 'branchName');
  if (classAt >= 0 && !columns.includes(branch)) columns[classAt] = branch;
  return columns;
};

const letterOf = (index: number): string => cellName(1, index + 1).slice(0, -1);

/** What is wrong with the headings themselves. */
const badHeadings = (
  { heading: { row } }: Segment,
  headings: readonly string[],
  columns: readonly (Column | undefined)[],
  mayAssume: boolean,
): BadValue[] => {
  const bad = columns.flatMap((column, index): BadValue[] =>
    column && columns.indexOf(column) < index
      ? [{ row, field: (headings[index] ?? '').slice(0, 40), value: '', problem: 'duplicate-column' }]
      : [],
  );
  const missing = COLUMNS.filter(
    (column) =>
      column.isRequired && !columns.includes(column) && !(mayAssume && column.field === 'graduationMonth'),
  );
  return [...bad, ...missing.map(({ heading }) => missingColumn(heading, row))];
};

export const missingColumn = (field: string, row: number): BadValue => ({
  row,
  field,
  value: '',
  problem: 'missing-column',
});

export interface Headings {
  readonly columns: readonly (Column | undefined)[];
  readonly bad: BadValue[];
  readonly notes: RosterNote[];
}

/** Reads the headings of a segment. Columns that are not taken over are told, and ID numbers among them never by heading. */
export const readHeadings = (segment: Segment, sheet: string, mayAssume: boolean): Headings => {
  const headings = segment.heading.cells.map(cleanLine);
  const columns = columnsOf(headings);
  const isStruck = (index: number): boolean =>
    !columns[index] &&
    (isIdCardHeading(headings[index] ?? '') ||
      looksLikeIdCard(headings[index] ?? '') ||
      segment.rows.some(({ cells }) => looksLikeIdCard(cells[index] ?? '')));
  const width = Math.max(headings.length, ...new Set(segment.rows.map(({ cells }) => cells.length)));
  const indexes = Array.from({ length: width }, (_, index) => index);
  const struck = indexes.filter(isStruck);
  const skipped = indexes.filter((index) => {
    const heading = headings[index] ?? '';
    return !columns[index] && !struck.includes(index) && !isBlank(heading) && !isIgnored(heading);
  });
  const asBranch = headings.filter(
    (heading, index) => columns[index]?.field === 'branchName' && isClass(heading),
  );
  const named = (kind: RosterNote['kind'], names: readonly string[]): RosterNote[] =>
    names.length > 0 ? [noteOf(kind, { sheet, names })] : [];
  return {
    columns,
    bad: badHeadings(segment, headings, columns, mayAssume),
    notes: [
      ...struck.map((index) => noteOf('id-column', { sheet, names: [letterOf(index)] })),
      ...named(
        'column-skipped',
        skipped.map((index) => headings[index] ?? ''),
      ),
      ...named('class-as-branch', asBranch),
    ],
  };
};
