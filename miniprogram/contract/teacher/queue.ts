/** What waits for a teacher, and deciding it, one at a time or many at once. */
import * as v from 'valibot';
import { ESCALATION_CAUSES, RESET_STATES } from '../../domain/transfer/reset-states';
import { PICTURE_VERDICTS } from '../../domain/transfer/pictures';
import { TRANSFER_STATES } from '../../domain/transfer/states';
import { defineAction } from '../define';
import { submissionFields } from '../fields';
import {
  OUTCOMES,
  confirmedOutcome,
  id,
  instant,
  resetCode,
  routeId,
  subscriptionView,
  text,
  transferStanding,
  version,
  wayId,
} from '../parts';
import { QUEUE_KINDS } from '../../domain/people/queue-kinds';
import { cursor } from './cursor';

const queueItem = v.object({
  kind: v.picklist(QUEUE_KINDS),
  /** Transfer, reset request or person, by `kind`. */
  id,
  memberName: v.string(),
  /** Left out where the record does not hold it, and nobody else of that name stands on the page. */
  studentNumber: v.optional(v.string()),
  branchName: v.string(),
  wayId: v.nullable(wayId),
  since: instant,
  deadlineAt: v.nullable(instant),
  /** Why the receiver refused, or what was said with a request for a code; null for everything else. */
  reason: v.nullable(v.string()),
  /** Why a request for a code is with the teacher; left out for everything else, and where it is not known. */
  escalationCause: v.optional(v.picklist(ESCALATION_CAUSES)),
  memberId: v.optional(v.string()),
  /** Of steps on paper: what the college has to do; left out for everything else. */
  paper: v.optional(v.string()),
  /** Of the transfer; null for codes and people. */
  version: v.optional(v.nullable(version)),
});

const decisionView = v.object({
  ...transferStanding,
  memberId: id,
  memberName: v.string(),
  /** None on a transfer begun before lists showed it from here. */
  studentNumber: v.optional(v.string()),
  branchName: v.string(),
  fields: submissionFields,
  /** The parents' contact is kept, but does not open. */
  contactUnreadable: v.optional(v.literal(true)),
  /** `check` is what WeChat thinks of it; a risky one has no address. */
  screenshots: v.array(
    v.object({ fileId: v.string(), url: v.string(), check: v.picklist(PICTURE_VERDICTS) }),
  ),
});

export const BATCH_MAX = 50;

/**
 * Why a batch does not decide a transfer. other-kind: it does not wait for this decision; no-screenshot;
 * picture-missing: a picture it names is not in the storage; picture-hidden: WeChat finds one risky, so nobody is shown it;
 * clock-over: the receiver's days have passed; name: something looks wrong with the organisation's name; the rest
 * come up while deciding.
 */
export const BATCH_REASONS = [
  'other-kind',
  'no-screenshot',
  'picture-missing',
  'picture-hidden',
  'clock-over',
  'name',
  'changed',
  'not-found',
  'busy',
] as const;

const BATCH_DECISIONS = ['approve', 'record'] as const;
const batchDecision = v.picklist(BATCH_DECISIONS);
const reasons = v.array(v.picklist(BATCH_REASONS));

export const queueActions = {
  queue: defineAction(
    v.strictObject({ kind: v.optional(v.picklist(QUEUE_KINDS)), cursor: v.optional(cursor) }),
    v.object({
      college: v.object({ id: v.string(), name: v.string() }),
      /** A page, most urgent first: by the receiver's clock, then by how long it has waited. */
      items: v.array(queueItem),
      /** Null on the last page. */
      next: v.optional(v.nullable(v.string())),
      /** Of everything that waits, whatever the page shows. */
      counts: v.record(v.picklist(QUEUE_KINDS), v.number()),
      rulebookId: v.string(),
      subscription: subscriptionView,
      now: instant,
    }),
    [],
  ),
  decision: defineAction(
    v.strictObject({ transferId: id }),
    v.object({ item: decisionView, subscription: subscriptionView, now: instant }),
    ['NOT_FOUND'],
  ),
  /**
   * Approves, takes an approval back within minutes, returns with a reason, records a registration, ends a keeping,
   * reopens with a reason what was completed, or closes with one what nothing will come of.
   */
  decide: defineAction(
    v.strictObject({
      transferId: id,
      version,
      decision: v.picklist(['approve', 'undo-approve', 'return', 'record', 'end-keeping', 'reopen', 'close']),
      reason: v.optional(text(100)),
      /** The teacher looked at the list on 智慧团建, which is stronger than a screenshot. */
      seenOnSystem: v.boolean(),
    }),
    v.object({ version, state: v.picklist(TRANSFER_STATES) }),
    [
      'NOT_FOUND',
      'TRANSFER_ILLEGAL_STEP',
      'TRANSFER_VERSION_STALE',
      'REASON_REQUIRED',
      'UNDO_TOO_LATE',
      'TEXT_REJECTED',
    ],
  ),
  /** What the teacher saw in the list on 智慧团建: for time-outs and refusals. */
  confirmStatus: defineAction(
    v.strictObject({
      transferId: id,
      ...confirmedOutcome,
      /** `here`: the list shows somebody still here who was said to have arrived. */
      outcome: v.picklist([...OUTCOMES, 'here']),
    }),
    v.object({ version, state: v.picklist(TRANSFER_STATES) }),
    ['NOT_FOUND', 'TRANSFER_ILLEGAL_STEP', 'TRANSFER_VERSION_STALE', 'TEXT_REJECTED'],
  ),
  issueResetCode: defineAction(
    v.strictObject({ requestId: id, code: resetCode }),
    v.object({ state: v.picklist(RESET_STATES), expiresAt: instant }),
    ['RESET_ILLEGAL_STEP', 'RESET_CODE_MALFORMED', 'NOT_FOUND'],
  ),
  /** Ends a request nobody of the college can answer, and says why. */
  closeResetRequest: defineAction(
    v.strictObject({ requestId: id, reason: text(100) }),
    v.object({ state: v.picklist(RESET_STATES) }),
    ['RESET_ILLEGAL_STEP', 'NOT_FOUND', 'TEXT_REJECTED'],
  ),
  /** Submissions that wait for the college's approval, with what is looked up in 智慧团建: one page, most urgent first. */
  checkList: defineAction(
    v.strictObject({ cursor: v.optional(cursor) }),
    v.object({
      items: v.array(
        v.object({
          transferId: id,
          version,
          memberName: v.string(),
          studentNumber: v.string(),
          branchName: v.string(),
          /** Null where no organisation is typed, or none may be shown. */
          organisation: v.nullable(v.string()),
        }),
      ),
      next: v.nullable(v.string()),
      /** Of everything that waits for approval. */
      count: v.number(),
      now: instant,
    }),
    [],
  ),
  /** Changes nothing. */
  batchPreview: defineAction(
    v.strictObject({
      decision: batchDecision,
      transferIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(BATCH_MAX)),
    }),
    v.object({
      included: v.array(
        v.object({
          transferId: id,
          version,
          memberName: v.string(),
          /** None on a transfer begun before lists showed it from here. */
          studentNumber: v.optional(v.string()),
          branchName: v.string(),
          wayId,
          routeId,
          organisation: v.nullable(v.string()),
          deadlineAt: v.nullable(instant),
          /** How many of its pictures WeChat has not looked at yet. */
          unchecked: v.number(),
          /** Address of its first picture; null where it has none, or none may be shown. */
          picture: v.nullable(v.string()),
        }),
      ),
      excluded: v.array(
        v.object({
          transferId: id,
          /** Empty when it is not there for this caller. */
          memberName: v.string(),
          studentNumber: v.optional(v.string()),
          branchName: v.string(),
          reasons,
          /** What the name checker says, e.g. 好像还差后半截. */
          findings: v.array(v.string()),
        }),
      ),
      now: instant,
    }),
    [],
  ),
  /** Each by itself: one that fails stops none of the others. The same rules as the preview's hold again. */
  batchDecide: defineAction(
    v.strictObject({
      /**
       * `undo-approve` takes approvals back within minutes. `accepted`, `returned`: what the list of 智慧团建 shows of
       * those whose clock has run out; `undo-evidence` takes that back the same day.
       */
      decision: v.picklist([...BATCH_DECISIONS, 'undo-approve', 'accepted', 'returned', 'undo-evidence']),
      /** Each was looked up in the list of 智慧团建, which is stronger than pictures and names. */
      seenOnSystem: v.optional(v.boolean()),
      items: v.pipe(
        v.array(v.strictObject({ transferId: id, version })),
        v.minLength(1),
        v.maxLength(BATCH_MAX),
      ),
    }),
    v.object({
      results: v.array(
        v.object({
          transferId: id,
          done: v.boolean(),
          /** Why not; empty when done. */
          reasons,
          state: v.nullable(v.picklist(TRANSFER_STATES)),
        }),
      ),
      now: instant,
    }),
    [],
  ),
};
