import * as v from 'valibot';
import { AUDIT_KINDS } from '../../../../miniprogram/domain/people/audit';
import { ROLES } from '../../../../miniprogram/domain/rules/roles';
import { APPROVERS } from '../../../../miniprogram/domain/rules/rulebook/approvals';
import { TIMEOUT_OUTCOMES } from '../../../../miniprogram/domain/rules/rulebook/timeouts';
import { WAITS_FOR } from '../../../../miniprogram/domain/transfer/waits-for';
import { TRANSFER_STATES } from '../../../../miniprogram/domain/transfer/states';
import { storedFields } from './fields';
import { storedTimeline } from './timeline';

const at = v.number();

/** What an earlier attempt held and how it ended. */
const pastAttempt = v.object({
  attempt: v.number(),
  wayId: v.string(),
  routeId: v.string(),
  fields: storedFields,
  screenshots: v.array(v.string()),
  initiatedAt: v.nullable(at),
  endedAs: v.picklist(TRANSFER_STATES),
  reason: v.nullable(v.string()),
});

/** A step on paper that was ticked. */
const offlineTick = v.object({
  stepId: v.string(),
  at,
  by: v.object({ role: v.picklist([...ROLES, 'system']), name: v.string() }),
  /** Of the letter; null where the step has none. */
  number: v.nullable(v.string()),
  /** When its receipt came back. */
  receiptAt: v.nullable(at),
});

export const transferRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(4),
  version: v.number(),
  seasonId: v.string(),
  rulebookId: v.string(),
  memberId: v.string(),
  memberName: v.string(),
  /** None on a transfer that was begun before lists showed it from here. */
  studentNumber: v.optional(v.string()),
  /** None while the owner is unbound. */
  accountId: v.nullable(v.string()),
  branchId: v.string(),
  branchName: v.string(),
  collegeId: v.string(),
  state: v.picklist(TRANSFER_STATES),
  wayId: v.string(),
  routeId: v.string(),
  attempt: v.number(),
  fields: storedFields,
  draft: storedFields,
  /** When the owner's typing was last kept. */
  draftSavedAt: v.optional(at),
  /** Cloud file ids. */
  screenshots: v.array(v.string()),
  /** Uploaded once and shown no more; they go with the transfer. */
  droppedFiles: v.array(v.string()),
  initiatedAt: v.nullable(at),
  deadlineAt: v.nullable(at),
  /** The receiver's days and the outcome this attempt was begun under; null where no clock runs. */
  clock: v.nullable(v.object({ days: v.number(), outcome: v.picklist(TIMEOUT_OUTCOMES) })),
  /** Whose approval this attempt needs, in their order, and who has given theirs. */
  approvals: v.object({
    needed: v.array(v.picklist(APPROVERS)),
    given: v.array(v.object({ by: v.picklist(APPROVERS), name: v.string(), at })),
  }),
  /** When a planned way can be begun, or the clock next does something about a keeping; null for everything else. */
  opensAt: v.nullable(at),
  waitsFor: v.picklist(WAITS_FOR),
  /** Since when the current state waits for somebody. */
  waitingSince: at,
  /** Its place among what waits: the receiver's clock first, then how long it has waited. */
  queueKey: v.string(),
  /** China day on which a running receiver clock ends. */
  deadlineDay: v.nullable(v.number()),
  reason: v.nullable(v.string()),
  /** What is done on paper; a new attempt keeps what is no letter to a receiver. */
  offline: v.array(offlineTick),
  /** The receiving office's telephone, shared with classmates; absent where nobody shares one. */
  receiverPhone: v.optional(v.object({ phone: v.string(), organisation: v.string() })),
  timeline: storedTimeline,
  past: v.array(pastAttempt),
  /** The submission that led here, so that the same one again is answered, not refused. */
  lastSubmission: v.nullable(v.object({ fromVersion: v.number(), digest: v.string() })),
  createdAt: at,
});

/**
 * An event: who did what to which record, written with it in one transaction. It is the audit, and until its messages
 * are made the order to make them. Append-only but for that; holds no personal data beyond the account's id.
 */
export const auditRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(3),
  at,
  /** `at` and the id, as a text that sorts. */
  order: v.string(),
  kind: v.picklist(AUDIT_KINDS),
  subjectId: v.string(),
  /** Whom it is about; null when it is about no single person. */
  memberId: v.nullable(v.string()),
  action: v.string(),
  actor: v.object({ role: v.picklist([...ROLES, 'system', 'visitor']), accountId: v.nullable(v.string()) }),
  facts: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  /** When it is to be told: at once, or when nobody can take it back any more. Null when it is, or need not be. */
  tellAt: v.nullable(at),
});
