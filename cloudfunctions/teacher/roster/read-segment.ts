/** From the rows below one line of headings to the cells of people. */
import { typedAt, type Reading } from './answers';
import { filledDown, withMajors } from './branch-elsewhere';
import {
  FIELD_WORDS,
  ROSTER_FIELDS,
  type RosterField,
} from '../../../miniprogram/domain/people/roster-columns';
import { isBlank, looksLikeIdCard, type BadValue } from './check-rows';
import { readerOf, type Column } from './columns';
import { isCard, readHeadings, turnedTable, type ColumnSeen, type Segment } from './headings';
import { isSwapped, kindOfLine } from './lines';
import { lostCharacters } from './lost-characters';
import { noteOf, type RosterNote } from './notes';
import { perhapsNot } from './perhaps-not';
import { secretaryByName } from './secretary-by-name';
import { secretariesByPost } from './secretary-by-post';
import type { SheetRow } from './workbook/sheet';

/** A person as the sheet has them: cells by field. */
export interface Line {
  readonly row: number;
  readonly sheet: string;
  readonly raw: Readonly<Record<string, unknown>>;
  /** The table has no column for the month of graduation. */
  readonly assumesGraduation: boolean;
  /** Nor one for the branch, which is that of the sheet or of a title. */
  readonly assumesBranch: boolean;
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

export interface SegmentFindings {
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
const wrongTable = (segment: Segment, rows: readonly SheetRow[], columns: Columns): BadValue[] => {
  const { row } = segment.heading;
  if (isCard(segment)) return [turnedTable(row)];
  const whole = columns.flatMap((column, index): BadValue[] => {
    const secret = column ? rows.filter(({ cells }) => looksLikeIdCard(cells[index] ?? '')).length : 0;
    return column && secret > 1 && secret > rows.length / 2
      ? [{ row, field: column.heading, value: '', problem: 'id-card' }]
      : [];
  });
  if (whole.length > 0) return whole;
  return isSwapped(rows, columns) ? [{ row, field: '学号', value: '', problem: 'swapped-columns' }] : [];
};

/** Where a table without a column of branches has them from. */
interface BranchesElsewhere {
  /** The name of the sheet. */
  readonly ofSheet: string | undefined;
  /** By the rows below the titles that name them. */
  readonly ofTitles: ReadonlyMap<number, string>;
}

/** What holds for the rows of a table that has no column for it. */
const givenTo = (
  columns: Columns,
  people: readonly SheetRow[],
  { ofSheet, ofTitles }: BranchesElsewhere,
  { graduationMonth }: Reading,
) => {
  const lacks = (field: RosterField): boolean => !columns.some((column) => column?.field === field);
  const assumesGraduation = lacks('graduationMonth');
  // A title stands nearer to its people than the name of the sheet.
  const isOfTitles = people.some(({ row }) => ofTitles.has(row));
  const branchOf = (row: number): string | undefined =>
    lacks('branchName') ? (isOfTitles ? ofTitles.get(row) : ofSheet) : undefined;
  const names = [...new Set(people.flatMap(({ row }) => branchOf(row) ?? []))];
  return {
    given: (row: number): Record<string, unknown> => {
      const branchName = branchOf(row);
      return {
        ...(assumesGraduation ? { graduationMonth: graduationMonth.month } : {}),
        ...(branchName === undefined ? {} : { branchName }),
      };
    },
    assumesGraduation,
    names,
    kind: isOfTitles ? ('branch-of-title' as const) : ('branch-of-sheet' as const),
  };
};

const isBranchMissing = ({ problem, field }: BadValue): boolean =>
  problem === 'missing-column' && field === FIELD_WORDS.branchName;

/** @param elsewhere for a table without a column of branches */
export const readSegment = (
  segment: Segment,
  sheet: string,
  elsewhere: BranchesElsewhere,
  reading: Reading,
): SegmentFindings => {
  const { columns, seen, struck, width, bad, notes } = readHeadings(segment, sheet, reading);
  const kinds = segment.rows.map((row) => ({ row, kind: kindOfLine(row.cells, columns) }));
  const of = (kind: string) => kinds.filter((one) => one.kind === kind).map(({ row }) => row);
  const { rows: whole, filled } = filledDown(of('person'), columns);
  const { rows, names } = withMajors(segment.heading, whole, columns);
  const people = secretaryByName(rows, columns);
  const remarks = of('remark').map(({ row }) => row);
  const wrong = wrongTable(segment, people, columns);
  const {
    given,
    assumesGraduation,
    names: elsewhereNamed,
    kind,
  } = givenTo(columns, people, elsewhere, reading);
  const hasPostColumn = columns.some((column) => column?.field === 'hasLeaguePost');
  const secretaries = secretariesByPost(segment.heading, people, columns);
  const lines = people.map(({ row, cells }): Line => ({
    row,
    sheet,
    raw: {
      ...given(row),
      ...(secretaries.includes(row) ? { isSecretary: true } : {}),
      ...rawRow(cells, columns),
      ...typedIn(row, sheet, reading),
    },
    assumesGraduation,
    assumesBranch: 'branchName' in given(row),
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
    bad: [
      ...(isCard(segment) ? [] : bad).filter((one) => elsewhereNamed.length === 0 || !isBranchMissing(one)),
      ...wrong,
      ...(wrong.length > 0 ? [] : lost),
    ].map((one) => ({ ...one, sheet })),
    notes: [
      ...notes,
      ...(elsewhereNamed.length === 0 ? [] : [noteOf(kind, { sheet, names: elsewhereNamed })]),
      ...(secretaries.length === 0 ? [] : [noteOf('secretary-of-post', { sheet, rows: secretaries })]),
      ...(filled.length === 0 ? [] : [noteOf('branch-filled-down', { sheet, rows: filled })]),
      ...(names.length > 0 ? [noteOf('class-with-major', { sheet, names })] : []),
    ],
    remarks,
    perhapsNot: perhapsNot(segment.heading, people),
  };
};
