/** From the rows of one sheet to the cells of people, with all that was left out. */
import { typedAt, type Reading } from './answers';
import { ROSTER_FIELDS, type RosterField } from '../../../miniprogram/domain/people/roster-columns';
import { isBlank, looksLikeIdCard, type BadValue } from './check-rows';
import { readerOf, type Column } from './columns';
import { readHeadings, segmentsOf, type ColumnSeen, type Segment } from './headings';
import { isSwapped, kindOfLine } from './lines';
import { lostCharacters } from './lost-characters';
import { noteOf, type RosterNote } from './notes';
import { perhapsNot } from './perhaps-not';
import type { Sheet, SheetRow } from './workbook/sheet';

/** A person as the sheet has them: cells by field. */
export interface Line {
  readonly row: number;
  readonly sheet: string;
  readonly raw: Readonly<Record<string, unknown>>;
  /** The table has no column for the month of graduation. */
  readonly assumesGraduation: boolean;
  readonly hasPostColumn: boolean;
}

/** Where a table stands in its sheet. Columns are counted from 0. */
export interface Layout {
  readonly headingRow: number;
  /** What each column holds. */
  readonly fields: readonly (RosterField | undefined)[];
  readonly struck: readonly number[];
  readonly width: number;
}

interface SegmentFindings {
  readonly layout: Layout;
  readonly lines: Line[];
  readonly columns: readonly ColumnSeen[];
  readonly bad: BadValue[];
  readonly notes: RosterNote[];
  /** Rows that are nobody. */
  readonly remarks: readonly number[];
  /** Rows of people who may not belong on the roster. */
  readonly perhapsNot: readonly number[];
}

export interface SheetFindings extends Omit<SegmentFindings, 'remarks' | 'layout' | 'perhapsNot'> {
  readonly layouts: readonly Layout[];
  readonly hasHeadings: boolean;
}

type Columns = readonly (Column | undefined)[];

/** Puts a number down as text in a spreadsheet; some programs save it. */
const APOSTROPHE = /^['‘’＇]+/;

const rawRow = (cells: readonly string[], columns: Columns): Record<string, unknown> =>
  Object.fromEntries(
    cells.flatMap((cell, index) => {
      const column = columns[index];
      const text = cell.trim().replace(APOSTROPHE, '');
      return column && !isBlank(text) ? [[column.field, column.read(text)]] : [];
    }),
  );

/** What was typed in place of cells of a row. */
const typedIn = (row: number, sheet: string, { answers }: Reading): Record<string, unknown> =>
  answers.cells.length === 0
    ? {}
    : Object.fromEntries(
        ROSTER_FIELDS.flatMap((field) => {
          const typed = typedAt(answers, { sheet, row, field });
          return typed === undefined ? [] : [[field, readerOf(field)(typed)]];
        }),
      );

/** What makes a whole table unusable is one finding, not one in every row. */
const wrongTable = (rows: readonly SheetRow[], columns: Columns, row: number): BadValue[] => {
  const whole = columns.flatMap((column, index): BadValue[] => {
    const secret = column ? rows.filter(({ cells }) => looksLikeIdCard(cells[index] ?? '')).length : 0;
    return column && secret > 1 && secret > rows.length / 2
      ? [{ row, field: column.heading, value: '', problem: 'id-card' }]
      : [];
  });
  if (whole.length > 0) return whole;
  return isSwapped(rows, columns) ? [{ row, field: '学号', value: '', problem: 'swapped-columns' }] : [];
};

const readSegment = (segment: Segment, sheet: string, reading: Reading): SegmentFindings => {
  const { columns, seen, struck, width, bad, notes } = readHeadings(segment, sheet, reading);
  const kinds = segment.rows.map((row) => ({ row, kind: kindOfLine(row.cells, columns) }));
  const of = (kind: string) => kinds.filter((one) => one.kind === kind).map(({ row }) => row);
  const people = of('person');
  const remarks = of('remark').map(({ row }) => row);
  const wrong = wrongTable(people, columns, segment.heading.row);
  const assumesGraduation = !columns.some((column) => column?.field === 'graduationMonth');
  const hasPostColumn = columns.some((column) => column?.field === 'hasLeaguePost');
  const given = assumesGraduation ? { graduationMonth: reading.graduationMonth.month } : {};
  const lines = people.map(({ row, cells }): Line => ({
    row,
    sheet,
    raw: { ...given, ...rawRow(cells, columns), ...typedIn(row, sheet, reading) },
    assumesGraduation,
    hasPostColumn,
  }));
  const lost = people
    .flatMap(({ cells, row }) => lostCharacters(cells, columns, row))
    .filter(({ of, row }) => !of || typedAt(reading.answers, { sheet, row, field: of }) === undefined);
  return {
    lines: wrong.length > 0 ? [] : lines,
    columns: seen,
    layout: {
      headingRow: segment.heading.row,
      fields: columns.map((column) => column?.field),
      struck,
      width,
    },
    bad: [...bad, ...wrong, ...(wrong.length > 0 ? [] : lost)].map((one) => ({ ...one, sheet })),
    notes,
    remarks,
    perhapsNot: perhapsNot(segment.heading, people),
  };
};

const once = (notes: readonly RosterNote[]): RosterNote[] => [
  ...new Map(notes.map((note) => [JSON.stringify(note), note])).values(),
];

/** Reads the people of a sheet. `label` is its name where the file has several. */
export const readSheet = ({ rows, hiddenRows }: Sheet, label: string, reading: Reading): SheetFindings => {
  const { above, segments } = segmentsOf(rows, reading);
  const parts = segments.map((segment) => readSegment(segment, label, reading));
  const idLines = above.filter(({ cells }) => cells.some(looksLikeIdCard)).map(({ row }) => row);
  const repeated = segments.slice(1).map(({ heading }) => heading.row);
  const nobody = [...repeated, ...parts.flatMap(({ remarks }) => remarks)].sort((a, b) => a - b);
  const told = (kind: RosterNote['kind'], at: readonly number[]): RosterNote[] =>
    at.length > 0 ? [noteOf(kind, { sheet: label, rows: at })] : [];
  return {
    hasHeadings: segments.length > 0,
    lines: parts.flatMap(({ lines }) => lines),
    columns: parts.flatMap(({ columns }) => columns),
    layouts: parts.map(({ layout }) => layout),
    bad: parts.flatMap(({ bad }) => bad),
    notes: once([
      ...told('id-line', idLines),
      ...told('rows-hidden', hiddenRows),
      ...told('lines-skipped', nobody),
      ...told(
        'perhaps-not',
        parts.flatMap((part) => part.perhapsNot),
      ),
      ...parts.flatMap(({ notes }) => notes),
    ]),
  };
};
