/** From a workbook to rows of a roster, with every finding named as the sheet shows it. */
import { checkRows, type BadValue, type GoodRow } from './check-rows';
import { COLUMNS } from './columns';
import { missingColumn } from './headings';
import { fewNotes, noteOf, type RosterNote } from './notes';
import { readSheet, type Line } from './read-sheet';
import { shortNumbers } from './short-numbers';
import type { Workbook } from './workbook/sheet';

export interface TableFindings {
  /** Places are rows of the sheet, counted from 1. */
  readonly good: GoodRow[];
  /** Fields are headings. */
  readonly bad: BadValue[];
  readonly notes: RosterNote[];
  /** People below the headings. */
  readonly rows: number;
}

/** What the column of a field is called in the sheet. */
export const headingOf = (field: string): string =>
  COLUMNS.find((column) => column.field === field)?.heading ?? field;

/** In the order of the sheets, then of their rows. */
export const inOrder = (bad: readonly BadValue[], sheets: readonly string[]): BadValue[] =>
  [...bad].sort((a, b) => sheets.indexOf(a.sheet ?? '') - sheets.indexOf(b.sheet ?? '') || a.row - b.row);

const checkLines = (lines: readonly Line[], lost: ReadonlySet<string>) => {
  const placeOf = (place: number) => {
    const { row = place, sheet = '', assumesGraduation = false } = lines[place - 1] ?? {};
    return { row, sheet, assumesGraduation };
  };
  const checked = checkRows(lines.map(({ raw }) => raw));
  const good = checked.good
    .map((one): GoodRow => {
      const { row, sheet, assumesGraduation } = placeOf(one.place);
      return { ...one, place: row, sheet, assumesGraduation };
    })
    .filter(({ place, sheet = '' }) => !lost.has(`${sheet}:${place}`));
  const bad = checked.bad.map((one): BadValue => {
    const { row, sheet } = placeOf(one.row);
    return { ...one, row, sheet, field: headingOf(one.field) };
  });
  return { good, bad };
};

const nothingFound = (): TableFindings => ({
  good: [],
  bad: COLUMNS.filter(({ isRequired }) => isRequired).map(({ heading }) => missingColumn(heading, 1)),
  notes: [],
  rows: 0,
});

/** @param assumed the month of graduation, `YYYY-MM`, for a table without such a column; without it the column is asked for */
export const readTable = ({ sheets, hiddenSheets }: Workbook, assumed?: string): TableFindings => {
  const filled = sheets.filter(({ rows, hiddenRows }) => rows.length + hiddenRows.length > 0);
  const labels = filled.map(({ name }) => (filled.length > 1 ? name : ''));
  const read = filled.map((sheet, index) => readSheet(sheet, labels[index] ?? '', assumed));
  if (!read.some(({ hasHeadings }) => hasHeadings)) return nothingFound();
  const lines = read.flatMap((sheet) => sheet.lines);
  const inCells = read.flatMap(({ bad }) => bad);
  const lost = inCells.filter(({ problem }) => problem === 'lost-character');
  const { good, bad } = checkLines(lines, new Set(lost.map(({ sheet = '', row }) => `${sheet}:${row}`)));
  const without = labels.filter((_, index) => !read[index]?.hasHeadings);
  const isAssumed = assumed !== undefined && lines.some(({ assumesGraduation }) => assumesGraduation);
  return {
    good,
    bad: inOrder([...inCells, ...bad], labels),
    notes: fewNotes([
      ...without.map((name) => noteOf('sheet-skipped', { names: [name] })),
      ...hiddenSheets.map((name) => noteOf('sheet-hidden', { names: [name] })),
      ...(isAssumed ? [noteOf('graduation-assumed', { names: [assumed] })] : []),
      ...read.flatMap(({ notes }) => notes),
      ...shortNumbers(good),
    ]),
    rows: lines.length,
  };
};
