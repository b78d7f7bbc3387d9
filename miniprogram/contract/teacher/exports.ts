/** Lists to hand in, as .xlsx. */
import * as v from 'valibot';
import { defineAction } from '../define';
import { id, instant } from '../parts';

export const EXPORT_STATES = ['running', 'done', 'failed'] as const;

export const exportView = v.object({
  id,
  /** One of the standing lists, or of the rulebook's. */
  kind: id,
  state: v.picklist(EXPORT_STATES),
  /** Branches looked through, of `total`. */
  done: v.number(),
  total: v.number(),
  /** Rows found so far. */
  rows: v.number(),
  /** Valid for a few minutes; null until the file is there. */
  url: v.nullable(v.string()),
  fileName: v.string(),
  createdAt: instant,
});
const job = v.object({ export: exportView, now: instant });

export const exportActions = {
  /** Begins a standing list or one of the season's rulebook, of the own college, or of `collegeId`, or for the committee of all. */
  startExport: defineAction(v.strictObject({ kind: id, collegeId: v.optional(id) }), job, [
    'COLLEGE_UNKNOWN',
    'EXPORT_TOO_LARGE',
  ]),
  /** Goes on with the work where there is any left. */
  exportProgress: defineAction(v.strictObject({ exportId: id }), job, ['NOT_FOUND', 'EXPORT_TOO_LARGE']),
};
