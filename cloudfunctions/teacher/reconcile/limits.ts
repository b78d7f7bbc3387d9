import { RETENTION } from '../../_shared/kernel/retention';

/** Numbers of a run of 对账. Durations in milliseconds. */
export const RECONCILE = {
  rowsPerPart: 50,
  /** Rows on a page. */
  page: 50,
  parallelBranches: 8,
  parallelSteps: 5,
  partsPerInsert: 20,
  parallelInserts: 5,
  /** More than ten thousand people have. */
  mostParts: 1000,
  /** No new part is written after this much of a call, so that a phone hears of it in time. */
  budgetMs: 8000,
  keptMs: RETENTION.reconciles.ms,
} as const;
