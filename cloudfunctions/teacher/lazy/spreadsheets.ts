/** Spreadsheets in and out. Heavy: built as a file of its own and loaded when the first sheet is handled. */
import writeXlsxFile from 'write-excel-file/node';
import { layout } from '../exports/sheet-layout';
import { markWorkbook } from '../roster/marked/mark-workbook';
import type { SheetMarks } from '../roster/marked/sheet-copy';
import { readCsv } from '../roster/workbook/read-csv';
import { isZip } from '../roster/workbook/zip';

export { readWorkbook } from '../roster/workbook/read-workbook';

/** By row and column; a number stays one, so that it can be added up. */
export type Table = readonly (readonly (string | number)[])[];

export interface Sheet {
  /** At most 31 characters. */
  readonly name: string;
  /** The heading first. */
  readonly table: Table;
  readonly widths: readonly number[];
  /** The last line adds up the others: bold, and not filtered with them. */
  readonly hasTotals?: boolean;
}

const cellOf = (value: string | number, isBold: boolean) => {
  if (value === '') return null;
  const weight = isBold ? { fontWeight: 'bold' as const } : {};
  return typeof value === 'number' ? { type: Number, value, ...weight } : { type: String, value, ...weight };
};

const dataOf = ({ table, hasTotals = false }: Sheet) =>
  table.map((row, index) => {
    const isBold = index === 0 || (hasTotals && index === table.length - 1);
    return row.map((value) => cellOf(value, isBold));
  });

const laidOut = ({ name, table, hasTotals = false }: Sheet) => ({
  name,
  columns: table[0]?.length ?? 0,
  filteredRows: Math.max(1, table.length - (hasTotals ? 1 : 0)),
});

/** An .xlsx whose headings stay in sight, can be filtered by, and are printed on every page. */
export const writeWorkbook = (sheets: readonly Sheet[]): Promise<Buffer> =>
  writeXlsxFile(
    sheets.map((sheet) => ({
      data: dataOf(sheet),
      sheet: sheet.name,
      columns: sheet.widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
    { features: [layout(sheets.map(laidOut))] },
  ).toBuffer();

/** An .xlsx of one sheet. */
export const writeXlsx = (
  table: Table,
  { sheet, widths }: { sheet: string; widths: readonly number[] },
): Promise<Buffer> => writeWorkbook([{ name: sheet, table, widths }]);

const CSV_SHEET = '名单';

/** The rows of a .csv where they stood, as an .xlsx. */
const fromCsv = (bytes: Buffer): Promise<Buffer> => {
  const rows = readCsv(bytes).flatMap((sheet) => sheet.rows);
  const table = Array.from({ length: rows.at(-1)?.row ?? 0 }, (): string[] => []);
  rows.forEach(({ row, cells }) => {
    table[row - 1] = [...cells];
  });
  return writeXlsx(table, { sheet: CSV_SHEET, widths: [] });
};

/** A roster file with its cells marked; a .csv comes back as an .xlsx. */
export const markFile = async (bytes: Buffer, marks: ReadonlyMap<string, SheetMarks>): Promise<Buffer> => {
  if (isZip(bytes)) return markWorkbook(bytes, marks);
  const [only] = [...marks.values()];
  return markWorkbook(await fromCsv(bytes), new Map(only ? [[CSV_SHEET, only]] : []));
};
