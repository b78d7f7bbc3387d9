/** From a workbook to rows of a roster, with every finding named as the sheet shows it. */
import type { Reading } from './answers';
import { checkRows, looksLikeIdCard, shownName, type BadValue, type GoodRow } from './check-rows';
import { COLUMNS } from './columns';
import { tablesBeside, type TableBeside } from './beside';
import { fieldsOfHeadings, isTurned, noHeading, turnedTable, type ColumnSeen } from './headings';
import { withWholeHeadings } from './whole-headings';
import { fewNotes, noteOf, type RosterNote } from './notes';
import type { Layout, Line } from './read-segment';
import { readSheet } from './read-sheet';
import { repeatedLines } from './repeated-lines';
import { ROSTER_FIELDS } from '../../../miniprogram/domain/people/roster-columns';
import type { Sheet, Workbook } from './workbook/sheet';

export interface TableFindings {
  /** Places are rows of the sheet, counted from 1. */
  readonly good: GoodRow[];
  /** Fields are headings. */
  readonly bad: BadValue[];
  readonly notes: RosterNote[];
  readonly columns: readonly ColumnSeen[];
  /** Where the tables stand, by the name of the sheet and the label findings have. */
  readonly layouts: readonly {
    readonly sheet: string;
    readonly label: string;
    readonly tables: readonly Layout[];
  }[];
  /** Some people are in tables without a month of graduation. */
  readonly assumesGraduation: boolean;
  /** Everybody below the headings, the rows in question included: names and numbers as they stand there. */
  readonly people: readonly { readonly name: string; readonly studentNumber: string }[];
  /** People below the headings. */
  readonly rows: number;
}

/** What the column of a field is called in the sheet. */
const headingOf = (field: string): string =>
  COLUMNS.find((column) => column.field === field)?.heading ?? field;

/** In the order of the sheets, then of their rows. */
export const inOrder = (bad: readonly BadValue[], sheets: readonly string[]): BadValue[] =>
  [...bad].sort((a, b) => sheets.indexOf(a.sheet ?? '') - sheets.indexOf(b.sheet ?? '') || a.row - b.row);

const textOf = (raw: Line['raw'], field: 'name' | 'studentNumber'): string => {
  const text = raw[field];
  return typeof text === 'string' && !looksLikeIdCard(text) ? text : '';
};

const fieldNamed = (name: string) => ROSTER_FIELDS.find((field) => field === name);

const checkLines = (lines: readonly Line[], lost: ReadonlySet<string>) => {
  const checked = checkRows(lines.map(({ raw }) => raw));
  const good = checked.good
    .flatMap((one): GoodRow[] => {
      const { row: place, sheet, assumesGraduation, hasPostColumn } = lines[one.place - 1] ?? {};
      return place === undefined
        ? []
        : [
            {
              ...one,
              place,
              sheet,
              ...(assumesGraduation ? { assumesGraduation } : {}),
              ...(hasPostColumn ? { hasPostColumn } : {}),
            },
          ];
    })
    .filter(({ place, sheet = '' }) => !lost.has(`${sheet}:${place}`));
  const bad = checked.bad.flatMap((one): BadValue[] => {
    const { row, sheet, raw } = lines[one.row - 1] ?? {};
    const of = fieldNamed(one.field);
    return row === undefined
      ? []
      : [{ ...one, row, sheet, of, who: shownName(raw?.name), field: headingOf(one.field) }];
  });
  return { good, bad };
};

const nothingFound = (sheets: readonly Sheet[]): TableFindings => ({
  good: [],
  bad: [sheets.some(({ rows }) => isTurned(rows)) ? turnedTable(1) : noHeading()],
  notes: [],
  columns: [],
  layouts: [],
  assumesGraduation: false,
  people: [],
  rows: 0,
});

const MOST_COLUMNS = 60;

/** Sheets with the same headings ask once. */
const distinct = (columns: readonly ColumnSeen[]): ColumnSeen[] =>
  [...new Map([...columns].reverse().map((one) => [one.key, one])).values()].reverse().slice(0, MOST_COLUMNS);

/** Names a table in findings and answers: by its sheet where there are several, by its first column beside another. */
const labelOf = (sheet: string, letter: string): string =>
  [sheet, letter ? `${letter} 列起` : ''].filter(Boolean).join(' ');

/** One for each sheet in which tables were parted: where the others begin. */
const besideNotes = (tables: readonly (TableBeside & { readonly label: string })[]): RosterNote[] =>
  tables
    .filter(({ letter }) => letter === '')
    .flatMap(({ name, label: sheet }) => {
      const names = tables.flatMap((one) => (one.name === name && one.letter !== '' ? [one.letter] : []));
      return names.length > 0 ? [noteOf('tables-beside', { sheet, names })] : [];
    });

const repeatedNotes = (repeated: ReadonlySet<Line>): RosterNote[] => {
  const sheets = [...new Set([...repeated].map(({ sheet }) => sheet))];
  const rowsIn = (sheet: string) =>
    [...repeated].filter((line) => line.sheet === sheet).map(({ row }) => row);
  return sheets.map((sheet) => noteOf('rows-repeated', { sheet, rows: rowsIn(sheet) }));
};

export const readTable = ({ sheets, hiddenSheets }: Workbook, reading: Reading): TableFindings => {
  const filled = sheets
    .filter(({ rows, hiddenRows }) => rows.length + hiddenRows.length > 0)
    .map((sheet) => ({ ...sheet, rows: withWholeHeadings(sheet.rows, reading) }));
  const tables = filled.flatMap((sheet) =>
    tablesBeside(sheet, fieldsOfHeadings(reading), ['studentNumber', 'name']).map((table) => ({
      ...table,
      label: labelOf(filled.length > 1 ? sheet.name : '', table.letter),
    })),
  );
  const labels = tables.map(({ label }) => label);
  const read = tables.map((table) => readSheet(table, table.label, reading));
  if (!read.some(({ hasHeadings }) => hasHeadings)) return nothingFound(filled);
  const lines = read.flatMap((sheet) => sheet.lines);
  const repeated = repeatedLines(lines);
  const once = lines.filter((line) => !repeated.has(line));
  const inCells = read.flatMap(({ bad }) => bad);
  const lost = inCells.filter(({ problem }) => problem === 'lost-character');
  const lostRows = new Set(lost.map(({ sheet = '', row }) => `${sheet}:${row}`));
  const { good, bad } = checkLines(once, lostRows);
  const without = labels.filter((_, index) => !read[index]?.hasHeadings);
  return {
    good,
    bad: inOrder([...inCells, ...bad], labels),
    notes: fewNotes([
      ...without.map((name) => noteOf('sheet-skipped', { names: [name] })),
      ...besideNotes(tables),
      ...hiddenSheets.map((name) => noteOf('sheet-hidden', { names: [name] })),
      ...repeatedNotes(repeated),
      ...read.flatMap(({ notes }) => notes),
    ]),
    layouts: tables.map(({ name: sheet, label }, index) => ({
      sheet,
      label,
      tables: read[index]?.layouts ?? [],
    })),
    columns: distinct(read.flatMap(({ columns }) => columns)),
    assumesGraduation: lines.some(({ assumesGraduation }) => assumesGraduation),
    people: lines.map(({ raw }) => ({
      name: textOf(raw, 'name'),
      studentNumber: textOf(raw, 'studentNumber'),
    })),
    rows: lines.length,
  };
};
