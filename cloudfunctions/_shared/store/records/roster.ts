import * as v from 'valibot';
import {
  addedRow,
  badCell,
  rosterNote,
  ROSTER_ROWS,
  ROSTER_RUN_STATES,
  updatedRow,
} from '../../../../miniprogram/contract/teacher/roster';
import { rosterColumn, rosterQuestions } from '../../../../miniprogram/contract/teacher/roster-answers';
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
  missing: v.optional(v.number(), 0),
  isBlocked: v.optional(v.boolean(), false),
  /** What the file's columns were taken for, and what it left open; nothing on a run of release 1.0. */
  columns: v.optional(v.array(rosterColumn), []),
  questions: v.optional(rosterQuestions, { graduationMonth: null, branches: [] }),
  /** Other spellings of branches that were there before. */
  aliases: v.optional(v.array(v.object({ branchId: v.string(), keys: v.array(v.string()) })), []),
  /** With their invite codes, so that a repeated write makes the same branch. */
  newBranches: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      inviteCode: v.string(),
      aliases: v.optional(v.array(v.string()), []),
    }),
  ),
  /** Whether WeChat looked at the names of the new branches. */
  textCheck: v.optional(v.picklist(TEXT_CHECKS), 'nothing-to-check'),
  /** What was left out of the file; none on a run of release 1.0, nor from the end of the writing on. */
  notes: v.optional(v.array(rosterNote), []),
  /** None from the end of the writing on. */
  examples: v.object({ added: v.nullable(addedRow), updated: v.nullable(updatedRow) }),
  skipped: v.number(),
  /** Account that let it be written; null before, and for runs of the first release. */
  appliedBy: v.optional(v.nullable(v.string()), null),
  /** In which role; absent before, and for runs that are older than this field. */
  appliedAs: v.optional(v.picklist(['teacher', 'committee'])),
  /** Until then somebody is writing it. */
  leaseUntil: at,
  createdAt: at,
  expiresAt: at,
});

/** Whom and which branch the plan found or will make; a run of release 1.0 had only names. */
const plannedIds = { memberId: v.optional(v.string()), branchId: v.optional(v.string()) };

const { other: _shown, ...badEntries } = badCell.entries;
/** Whoever stands on the roster is named by id alone, so that nobody's name stays here when they are erased. */
const storedBadCell = v.object({ ...badEntries, otherId: v.optional(v.string()) });
const storedMissing = v.object({ kind: v.literal('missing'), memberId: v.string() });

/** Some rows of a run; `done` is written together with the people it stands for, and has let go of their rows. */
export const rosterPartRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(2),
  runId: v.string(),
  kind: v.picklist(ROSTER_ROWS),
  index: v.number(),
  state: v.picklist(['shown', 'planned', 'done']),
  /** Of a written part: names of the branches in which it ended the office of a secretary; absent where in none. */
  officesLeft: v.optional(v.array(v.string())),
  /** Of a written part: ids of people it put into another branch, or whose office it ended; absent where of none. */
  parted: v.optional(v.array(v.string())),
  rows: v.array(
    v.variant('kind', [
      storedBadCell,
      storedMissing,
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
