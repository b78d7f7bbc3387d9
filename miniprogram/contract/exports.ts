/** Lists to hand in, as .xlsx. */
import * as v from 'valibot';
import { EXPORT_KINDS } from '../domain/rules/export-kinds';
import { defineAction } from './define';
import { id, instant } from './parts';

export const EXPORT_STATES = ['running', 'done', 'failed'] as const;

export const exportView = v.object({
  id,
  kind: v.picklist(EXPORT_KINDS),
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
  /** Begins a list of the own college, or of `collegeId`, or for the committee of all. */
  startExport: defineAction(
    v.strictObject({ kind: v.picklist(EXPORT_KINDS), collegeId: v.optional(id) }),
    job,
    ['COLLEGE_UNKNOWN', 'EXPORT_TOO_LARGE'],
  ),
  /** Goes on with the work where there is any left. */
  exportProgress: defineAction(v.strictObject({ exportId: id }), job, ['NOT_FOUND', 'EXPORT_TOO_LARGE']),
};
