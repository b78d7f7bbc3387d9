/** Numbers of roster files and lists. Durations in milliseconds. */
import { DAY_MS, MINUTE_MS } from '../../../miniprogram/domain/china-time';

const SECOND_MS = 1000;

export const ROSTER_FILE = {
  maxBytes: 5 * 1024 * 1024,
  /** What an .xlsx may unpack to: a small file can hold a very large one. */
  maxUnpackedBytes: 60 * 1024 * 1024,
  maxRows: 10_000,
} as const;

export const ROSTER_RUN = {
  /** New people are inserted by the batch, changed ones in one transaction. */
  addedPerPart: 100,
  updatedPerPart: 20,
  badPerPart: 100,
  parallelParts: 5,
  /** Parts looked up at once. */
  lookAhead: 20,
  /** No new part starts after this much of a call, so that a phone hears of it in time, or of one turn of the timer. */
  budgetMs: 8 * SECOND_MS,
  sweepBudgetMs: 10 * SECOND_MS,
  /** Longer than the parts of one round can take. */
  leaseMs: MINUTE_MS,
  keptMs: 2 * DAY_MS,
} as const;

export const EXPORT = {
  maxRows: 10_000,
  parallelBranches: 8,
  /** A branch has fewer people than this. */
  perBranch: 1000,
  /** Longer than a part takes to be read; of a call that died the next one begins anew. */
  leaseMs: MINUTE_MS,
  urlSeconds: 600,
  keptMs: DAY_MS,
} as const;
