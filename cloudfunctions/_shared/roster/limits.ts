/** Numbers of roster files and lists. Durations in milliseconds. */
import { MINUTE_MS } from '../../../miniprogram/domain/calendar/china-time';
import { MEGABYTE, ROSTER_FILE_MEGABYTES } from '../../../miniprogram/domain/rules/file-sizes';
import { RETENTION } from '../kernel/retention';

const SECOND_MS = 1000;

/** What a roster file may be. A reader stops at the first number that is passed, before anything is kept for it. */
export const ROSTER_FILE = {
  maxBytes: ROSTER_FILE_MEGABYTES * MEGABYTE,
  /** People. */
  maxRows: 10_000,
  /** With the titles, headings and remarks of all sheets. */
  maxFilledRows: 11_000,
  /** Where the last filled cell may stand: Excel's own end is row 1,048,576 and column 16,384. */
  lastRow: 20_000,
  lastColumn: 256,
  maxCells: 500_000,
  /** Excel itself allows 32,767; nobody writes a name, a number or a remark of this length. */
  maxCellCharacters: 5000,
  /** Of all cells together. */
  maxCharacters: 8_000_000,
  /** Of a line of a .csv: a quote that is never closed makes one line of the rest of the file. */
  maxLineCharacters: 200_000,
  /** Of a .csv, the blank ones included. */
  maxLines: 100_000,
  maxSheets: 200,
  /** What an .xlsx may unpack to: a small file can hold a very large one. */
  maxUnpackedBytes: 60 * 1024 * 1024,
  /** Files inside an .xlsx. */
  maxParts: 5000,
  /** Excel's own limit. */
  maxStyles: 65_490,
  maxXmlDepth: 64,
  maxXmlAttributes: 256,
  /** Characters without a tag, text or attribute in between. */
  maxXmlToken: 1_000_000,
} as const;

/** What a person is told of a file that is too large. */
export const ROSTER_FILE_MOST = {
  rows: ROSTER_FILE.maxRows,
  megabytes: ROSTER_FILE_MEGABYTES,
} as const;

export const ROSTER_RUN = {
  /** New people are inserted by the batch, changed ones in one transaction. */
  addedPerPart: 100,
  updatedPerPart: 20,
  badPerPart: 100,
  parallelParts: 5,
  /** Branches whose people are read at once. */
  parallelBranches: 20,
  /** Parts looked up at once. */
  lookAhead: 20,
  /** No new part starts after this much of a call, so that a phone hears of it in time, or of one turn of the timer. */
  budgetMs: 8 * SECOND_MS,
  sweepBudgetMs: 10 * SECOND_MS,
  /** Longer than the parts of one round can take. */
  leaseMs: MINUTE_MS,
  /** A file that was uploaded and never looked into: the phone asks for the look right after. */
  uploadKeptMs: RETENTION.rosterFiles.ms,
  /** The rows of a dry run nobody has confirmed. */
  checkedKeptMs: RETENTION.checkedRosters.ms,
  /** The figures of one that is written; its rows are gone by then. */
  keptMs: RETENTION.writtenRosters.ms,
} as const;

export const EXPORT = {
  maxRows: 10_000,
  parallelBranches: 8,
  /** A branch has fewer people than this. */
  perBranch: 1000,
  /** Longer than a part takes to be read; of a call that died the next one begins anew. */
  leaseMs: MINUTE_MS,
  urlSeconds: 600,
  keptMs: RETENTION.exports.ms,
} as const;
