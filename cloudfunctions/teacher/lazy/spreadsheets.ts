/** Spreadsheets in and out. Heavy: built as a file of its own and loaded when the first sheet is handled. */
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';

/** A cell as text: months stay `YYYY-MM-DD`, numbers the digits that stand in the file. */
export type Table = readonly (readonly string[])[];

const asText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell);
};

/** First sheet of an .xlsx. Throws when it is none. */
export const readXlsx = async (bytes: Buffer): Promise<Table> => {
  // Numbers stay text: a student number is no quantity, and long ones would lose digits.
  const rows = await readSheet<string>(bytes, { parseNumber: (digits) => digits });
  return rows.map((row) => row.map(asText));
};

const WIDE: Readonly<Record<string, string>> = { fffe: 'utf-16le', feff: 'utf-16be' };

/** By its mark, else UTF-8; what is not UTF-8 is read as GBK, as Excel in China saves it. */
const decoded = (bytes: Buffer): string => {
  const wide = WIDE[bytes.subarray(0, 2).toString('hex')];
  if (wide) return iconv.decode(bytes, wide);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'gb18030');
  }
};

const DELIMITERS = [',', '\t', ';', '，'];

/** The separator that occurs most in the first line with any. */
const delimiterOf = (text: string): string => {
  const line = text.split(/\r?\n/, 5).find((one) => DELIMITERS.some((mark) => one.includes(mark))) ?? '';
  const counts = DELIMITERS.map((mark) => line.split(mark).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
};

/** Throws when quotes do not close. */
export const readCsv = (bytes: Buffer): Table => {
  const text = decoded(bytes);
  return parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  });
};

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
