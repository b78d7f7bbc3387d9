import { ok, fail, type Result } from '../../../../miniprogram/domain/errors';
import { ROSTER_FILE } from '../../../_shared/roster/limits';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';
import { FileRefused, refusalOf, type Workbook } from './sheet';
import { tooLarge } from './sheet-writer';
import { isZip } from './zip';

/** Begins the containers of old Office files and of .xlsx files with a password. */
const CONTAINER = 'd0cf11e0';
/** Begins tables older than the container; systems still export them. */
const BARE_XLS = /^09(00|02|04|08)/;
/** What a file with a password holds in its container. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

const workbookOf = async (bytes: Buffer): Promise<Workbook> => {
  if (bytes.length === 0) throw new FileRefused('FILE_EMPTY');
  if (bytes.length > ROSTER_FILE.maxBytes) throw tooLarge();
  if (bytes.toString('hex', 0, 4) === CONTAINER)
    throw new FileRefused(bytes.includes(LOCKED) ? 'FILE_PASSWORD' : 'FILE_OTHER_FORMAT');
  if (BARE_XLS.test(bytes.toString('hex', 0, 2))) throw new FileRefused('FILE_OTHER_FORMAT');
  return isZip(bytes) ? readXlsx(bytes) : { sheets: readCsv(bytes), hiddenSheets: [] };
};

/**
 * The filled rows of every sheet of an .xlsx or .csv that can be seen. Whatever the file is, reading it takes no more
 * memory than `ROSTER_FILE` allows, and a refusal says what is wrong with it.
 */
export const readWorkbook = async (bytes: Buffer): Promise<Result<Workbook>> => {
  try {
    const workbook = await workbookOf(bytes);
    return workbook.sheets.some(({ rows }) => rows.length > 0) ? ok(workbook) : fail('FILE_EMPTY', 'fileId');
  } catch (error) {
    return refusalOf(error);
  }
};
