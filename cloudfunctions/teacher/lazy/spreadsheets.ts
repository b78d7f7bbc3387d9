/** Spreadsheets in and out. Heavy: built as a file of its own and loaded when the first sheet is handled. */
import writeXlsxFile from 'write-excel-file/node';

export { readWorkbook } from '../roster/workbook/read-workbook';

/** Texts by row and column. */
export type Table = readonly (readonly string[])[];

/** An .xlsx of one sheet: every cell is text, the first row stays in sight. */
export const writeXlsx = (
  table: Table,
  { sheet, widths }: { sheet: string; widths: readonly number[] },
): Promise<Buffer> => {
  const cell = (value: string, isHeading: boolean) =>
    value === '' ? null : { type: String, value, ...(isHeading ? { fontWeight: 'bold' as const } : {}) };
  const rows = table.map((row, index) => row.map((value) => cell(value, index === 0)));
  const columns = widths.map((width) => ({ width }));
  return writeXlsxFile(rows, { sheet, columns, stickyRowsCount: 1 }).toBuffer();
};
