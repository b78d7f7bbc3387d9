import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { ROSTER_FILE } from '../../_shared/roster/limits';
import type { Table } from '../lazy/spreadsheets';
import { unpackedSize } from './unpacked-size';

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'PK';
/** The old binary .xls; it must be saved as .xlsx first. */
const isOldExcel = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('hex') === 'd0cf11e0';

const HEAD_BYTES = 8192;
/** A mark says that every character takes two bytes, as Excel's “Unicode text” does. */
const isWide = (bytes: Buffer): boolean => ['fffe', 'feff'].includes(bytes.subarray(0, 2).toString('hex'));

/** Pictures, documents, and the web pages some systems call .xls. */
const isNoTable = (bytes: Buffer): boolean => {
  const head = bytes.subarray(0, HEAD_BYTES);
  return (!isWide(bytes) && head.includes(0)) || /^\s*(<|%PDF|\{\\rtf)/.test(head.toString('latin1'));
};

const readTable = async (bytes: Buffer): Promise<Table> => {
  const { readCsv, readXlsx } = await import('../lazy/spreadsheets');
  return isZip(bytes) ? readXlsx(bytes) : readCsv(bytes);
};

/** The cells of an .xlsx or .csv. `FILE_TOO_LARGE` with the limit, `FILE_UNREADABLE` for anything else. */
export const readFile = async (bytes: Buffer): Promise<Result<Table>> => {
  const unpacked = isZip(bytes) ? unpackedSize(bytes) : bytes.length;
  if (unpacked === undefined || bytes.length === 0 || isOldExcel(bytes))
    return fail('FILE_UNREADABLE', 'fileId');
  if (!isZip(bytes) && isNoTable(bytes)) return fail('FILE_UNREADABLE', 'fileId');
  const tooLarge = fail('FILE_TOO_LARGE', 'fileId', { rows: ROSTER_FILE.maxRows });
  if (bytes.length > ROSTER_FILE.maxBytes || unpacked > ROSTER_FILE.maxUnpackedBytes) return tooLarge;
  try {
    const table = await readTable(bytes);
    const filled = table.filter((row) => row.some((cell) => cell.trim() !== '')).length;
    return filled > ROSTER_FILE.maxRows + LINES_ABOVE ? tooLarge : ok(table);
  } catch {
    // Whatever the readers dislike, the person can only save the file anew.
    return fail('FILE_UNREADABLE', 'fileId');
  }
};

/** Title, remarks and headings do not count as people. */
const LINES_ABOVE = 6;
