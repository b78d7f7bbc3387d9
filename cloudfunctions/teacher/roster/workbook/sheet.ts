import { fail, type ErrorCode, type Result } from '../../../../miniprogram/domain/errors';

/** Cells by column, the first at 0; what stands empty is an empty text, and the last one is filled. */
export interface SheetRow {
  /** As the spreadsheet counts it, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** One sheet of a file: its filled rows only, from top to bottom. A .csv is one sheet without a name. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** Filled rows that cannot be seen: hidden by hand or by a filter. They are not among `rows`. */
  readonly hiddenRows: readonly number[];
  /** Those of `rows` with a cell that is crossed out; none where the kind of file knows no such thing. */
  readonly crossedOut?: readonly number[];
}

/** What can be seen of a file, and the names of the sheets that cannot. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly hiddenSheets: readonly string[];
}

/** What is wrong with a file, thrown from deep inside a reader and returned by `readWorkbook`. */
export class FileRefused extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail?: Readonly<Record<string, string | number>>,
  ) {
    super(code);
  }
}

/** The result of reading: a refusal in its own words, anything else a reader stumbles over as a damaged file. */
export const refusalOf = (error: unknown): Result<never> =>
  error instanceof FileRefused ? fail(error.code, 'fileId', error.detail) : fail('FILE_UNREADABLE', 'fileId');

const LETTERS = 26;

/** A place as a spreadsheet names it: row 3, column 28 is AB3. */
export const cellName = (row: number, column: number): string => {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / LETTERS))
    letters = String.fromCharCode(65 + ((left - 1) % LETTERS)) + letters;
  return `${letters}${row}`;
};
