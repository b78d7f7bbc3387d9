/** Spreadsheets in and out. Heavy: built as a file of its own and loaded when the first sheet is handled. */
import writeXlsxFile from 'write-excel-file/node';
import { atChinaTime, chinaDay, DAY_MS } from '../../../miniprogram/domain/calendar/china-time';
import type { Cell } from '../exports/cells';
import { layout } from '../exports/sheet-layout';
import { markWorkbook } from '../roster/marked/mark-workbook';
import type { SheetMarks } from '../roster/marked/sheet-copy';
import { readCsv } from '../roster/workbook/read-csv';
import { isZip } from '../roster/workbook/zip';

export { readWorkbook } from '../roster/workbook/read-workbook';

/** By row and column. */
export type Table = readonly (readonly Cell[])[];

export interface Sheet {
  /** At most 31 characters. */
  readonly name: string;
  /** The heading first. */
  readonly table: Table;
  readonly widths: readonly number[];
  /** The last line adds up the others: bold, and not filtered with them. */
  readonly hasTotals?: boolean;
}

/** 1970-01-01 as a spreadsheet counts days. */
const EPOCH_DAY = 25_569;
const MOMENT = 'yyyy-mm-dd hh:mm';

const MIDDLE = { alignVertical: 'center' } as const;

const cellOf = (value: Cell, look: object) => {
  if (value === '') return null;
  if (typeof value === 'number') return { type: Number, value, ...MIDDLE, ...look };
  if (typeof value === 'string') return { type: String, value, ...MIDDLE, ...look };
  // A spreadsheet knows no zones: the day and the hour are those of China.
  const day = chinaDay(value.at);
  const days = EPOCH_DAY + day + (value.at - atChinaTime(day, 0, 0)) / DAY_MS;
  return { type: Number, value: days, format: MOMENT, align: 'left' as const, ...MIDDLE, ...look };
};

const BOLD = { fontWeight: 'bold', fontFamily: 'Calibri' } as const;
const HEADING = { ...BOLD, backgroundColor: '#e9f0f9' } as const;

const dataOf = ({ table, hasTotals = false }: Sheet) =>
  table.map((row, index) => {
    const isTotals = hasTotals && index === table.length - 1;
    const look = index === 0 ? HEADING : isTotals ? BOLD : {};
    return row.map((value) => cellOf(value, look));
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
/** A .csv says none; the name of a branch fits. */
const CSV_WIDTH = 20;

/** The rows of a .csv where they stood, as an .xlsx. */
const fromCsv = (bytes: Buffer): Promise<Buffer> => {
  const rows = readCsv(bytes).flatMap((sheet) => sheet.rows);
  const table = Array.from({ length: rows.at(-1)?.row ?? 0 }, (): string[] => []);
  rows.forEach(({ row, cells }) => {
    table[row - 1] = [...cells];
  });
  const widths = Array.from({ length: Math.max(0, ...table.map(({ length }) => length)) }, () => CSV_WIDTH);
  return writeXlsx(table, { sheet: CSV_SHEET, widths });
};

/** A roster file with its cells marked; a .csv comes back as an .xlsx. */
export const markFile = async (bytes: Buffer, marks: ReadonlyMap<string, SheetMarks>): Promise<Buffer> => {
  if (isZip(bytes)) return markWorkbook(bytes, marks);
  const [only] = [...marks.values()];
  return markWorkbook(await fromCsv(bytes), new Map(only ? [[CSV_SHEET, only]] : []));
};
