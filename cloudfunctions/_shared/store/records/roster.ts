import * as v from 'valibot';
import {
  addedRow,
  badCell,
  rosterNote,
  ROSTER_RUN_STATES,
  updatedRow,
} from '../../../../miniprogram/contract/teacher/roster';
import { EXPORT_STATES } from '../../../../miniprogram/contract/teacher/exports';
import { TEXT_CHECKS } from './text-checked';

const at = v.number();

/** A dry run over a roster file and, once applied, how far its writing is. */
export const rosterRunRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(2),
  collegeId: v.string(),
  collegeName: v.string(),
  state: v.picklist(ROSTER_RUN_STATES),
  /** The college's roster as the plan saw it; applied to no other. */
  rosterVersion: v.number(),
  rows: v.number(),
  badRows: v.number(),
  badCells: v.number(),
  added: v.number(),
  updated: v.number(),
  unchanged: v.number(),
  /** With their invite codes, so that a repeated write makes the same branch. */
  newBranches: v.array(v.object({ id: v.string(), name: v.string(), inviteCode: v.string() })),
  /** Whether WeChat looked at the names of the new branches. */
  textCheck: v.optional(v.picklist(TEXT_CHECKS), 'nothing-to-check'),
  /** What was left out of the file; none on a run of release 1.0, nor from the end of the writing on. */
  notes: v.optional(v.array(rosterNote), []),
  /** None from the end of the writing on. */
  examples: v.object({ added: v.nullable(addedRow), updated: v.nullable(updatedRow) }),
  skipped: v.number(),
  /** Account that let it be written; null before, and for runs of the first release. */
  appliedBy: v.optional(v.nullable(v.string()), null),
  /** Until then somebody is writing it. */
  leaseUntil: at,
  createdAt: at,
  expiresAt: at,
});

/** Whom and which branch the plan found or will make; a run of release 1.0 had only names. */
const plannedIds = { memberId: v.optional(v.string()), branchId: v.optional(v.string()) };

/** Some rows of a run; `done` is written together with the people it stands for, and has let go of their rows. */
export const rosterPartRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(2),
  runId: v.string(),
  kind: v.picklist(['bad', 'added', 'updated']),
  index: v.number(),
  state: v.picklist(['shown', 'planned', 'done']),
  rows: v.array(
    v.variant('kind', [
      badCell,
      v.object({ ...addedRow.entries, ...plannedIds }),
      v.object({ ...updatedRow.entries, ...plannedIds }),
    ]),
  ),
});

export const exportRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  kind: v.string(),
  /** Whose list it is; none on one that was begun when all rulebooks had the same. */
  rulebookId: v.optional(v.string()),
  /** Who asked for it: nobody else may fetch it. */
  accountId: v.string(),
  /** A college, or `all`. */
  scopeId: v.string(),
  scopeName: v.string(),
  state: v.picklist(EXPORT_STATES),
  done: v.number(),
  total: v.number(),
  rows: v.number(),
  fileId: v.nullable(v.string()),
  leaseUntil: at,
  createdAt: at,
  expiresAt: at,
});
