/** From the cells of a sheet to rows of a roster, with every finding named as the sheet shows it. */
import { cleanLine } from '../../../miniprogram/domain/text/clean-text';
import { checkRows, isBlank, looksLikeIdCard, type BadValue, type GoodRow } from './check-rows';
import { COLUMNS, columnOf, isIgnored, type Column } from './columns';
import { lostCharacters } from './lost-characters';
import type { SheetRow } from './workbook/sheet';

export interface TableFindings {
  /** Places are rows of the sheet, counted from 1. */
  readonly good: GoodRow[];
  /** Fields are headings. */
  readonly bad: BadValue[];
  /** Filled rows below the heading. */
  readonly rows: number;
}

/** Above the headings there may be a title and remarks. */
const HEADING_WITHIN = 5;

const headingRow = (rows: readonly SheetRow[]): SheetRow | undefined =>
  rows.find(({ row, cells }) => {
    const fields = cells.map((cell) => columnOf(cell)?.field);
    return row <= HEADING_WITHIN && fields.includes('studentNumber') && fields.includes('name');
  });

/** What the column of a field is called in the sheet. */
export const headingOf = (field: string): string =>
  COLUMNS.find((column) => column.field === field)?.heading ?? field;

/** What is wrong with the headings themselves; `row` is theirs. */
const checkHeadings = (headings: readonly string[], row: number): BadValue[] => {
  const seen = new Set<string>();
  const bad = headings.flatMap((heading): BadValue[] => {
    const column = columnOf(heading);
    const finding = (problem: BadValue['problem']) => [
      { row, field: heading.slice(0, 40), value: '', problem },
    ];
    if (isBlank(heading) || (!column && isIgnored(heading))) return [];
    if (looksLikeIdCard(heading, '')) return finding('id-card');
    if (!column) return finding('unknown-column');
    if (seen.has(column.field)) return finding('duplicate-column');
    seen.add(column.field);
    return [];
  });
  const missing = COLUMNS.filter(({ field, isRequired }) => isRequired && !seen.has(field));
  return [
    ...bad,
    ...missing.map(({ heading }): BadValue => ({
      row,
      field: heading,
      value: '',
      problem: 'missing-column',
    })),
  ];
};

/** ID numbers in columns that are not taken over are refused as well: the file should not be passed around. */
const idCardsBeside = (cells: readonly string[], headings: readonly string[], row: number): BadValue[] =>
  cells.flatMap((cell, index): BadValue[] => {
    const heading = headings[index] ?? '';
    const isSecret = !columnOf(heading) && !isBlank(cell) && looksLikeIdCard(heading, cell);
    return isSecret ? [{ row, field: heading.slice(0, 40), value: '', problem: 'id-card' }] : [];
  });

const rawRow = (
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
): Record<string, unknown> =>
  Object.fromEntries(
    cells.flatMap((cell, index) => {
      const column = columns[index];
      const text = cell.trim();
      return column && !isBlank(text) ? [[column.field, column.read(text)]] : [];
    }),
  );

export const readTable = (rows: readonly SheetRow[]): TableFindings => {
  const heading = headingRow(rows);
  if (!heading) return { good: [], bad: checkHeadings([], 1), rows: rows.length };
  const headings = heading.cells.map(cleanLine);
  const wrong = checkHeadings(headings, heading.row);
  const columns = headings.map(columnOf);
  const filled = rows.filter(({ row, cells }) => row > heading.row && cells.some((cell) => !isBlank(cell)));
  const placeOf = (row: number): number => filled[row - 1]?.row ?? row;
  const checked = checkRows(filled.map(({ cells }) => rawRow(cells, columns)));
  const beside = filled.flatMap(({ cells, row }) => idCardsBeside(cells, headings, row));
  const lost = filled.flatMap(({ cells, row }) => lostCharacters(cells, columns, row));
  const isLost = new Set(lost.map(({ row }) => row));
  const inRows = checked.bad.map((one) => ({ ...one, row: placeOf(one.row), field: headingOf(one.field) }));
  return {
    good: checked.good
      .map((one) => ({ ...one, place: placeOf(one.place) }))
      .filter(({ place }) => !isLost.has(place)),
    bad: [...wrong, ...[...inRows, ...beside, ...lost].sort((a, b) => a.row - b.row)],
    rows: filled.length,
  };
};
