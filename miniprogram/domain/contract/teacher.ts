import * as v from 'valibot';
import { RESET_STATES, TRANSFER_STATES } from '../model';
import { committeeActions } from './committee';
import { defineAction } from './define';
import { exportActions } from './exports';
import { healthActions } from './health';
import {
  id,
  instant,
  personName,
  routeId,
  submissionFields,
  subscriptionView,
  text,
  timelineEntry,
  version,
  wayId,
} from './parts';
import { rosterActions } from './roster';
import { seasonActions } from './season';

/** What waits for a teacher, by what it asks of them. */
export const QUEUE_KINDS = ['approval', 'registration', 'refusal', 'timeout', 'code'] as const;

const queueItem = v.object({
  kind: v.picklist(QUEUE_KINDS),
  /** Transfer or reset request, by `kind`. */
  id,
  memberName: v.string(),
  branchName: v.string(),
  wayId: v.nullable(wayId),
  since: instant,
  deadlineAt: v.nullable(instant),
});

const decisionView = v.object({
  id,
  version,
  state: v.picklist(TRANSFER_STATES),
  memberName: v.string(),
  branchName: v.string(),
  wayId,
  routeId,
  attempt: v.number(),
  fields: submissionFields,
  screenshots: v.array(v.object({ fileId: v.string(), url: v.string() })),
  initiatedAt: v.nullable(instant),
  deadlineAt: v.nullable(instant),
  timeline: v.array(timelineEntry),
});

export const rosterRow = v.strictObject({
  studentNumber: text(32),
  name: personName,
  branchName: text(60),
  /** Month of birth, `YYYY-MM`; only used for the age rule. */
  birthMonth: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
  graduationMonth: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  hasLeaguePost: v.optional(v.boolean()),
  isSecretary: v.optional(v.boolean()),
});

/** Actions of college teachers and of the university committee, within their scope. */
export const teacherActions = {
  ...rosterActions,
  ...exportActions,
  ...seasonActions,
  ...committeeActions,
  ...healthActions,
  queue: defineAction(
    v.strictObject({ kind: v.optional(v.picklist(QUEUE_KINDS)) }),
    v.object({
      college: v.object({ id: v.string(), name: v.string() }),
      items: v.array(queueItem),
      counts: v.record(v.picklist(QUEUE_KINDS), v.number()),
      rulebookId: v.string(),
      subscription: subscriptionView,
      now: instant,
    }),
    [],
  ),
  decision: defineAction(
    v.strictObject({ transferId: id }),
    v.object({ item: decisionView, rulebookId: v.string(), subscription: subscriptionView, now: instant }),
    ['NOT_FOUND'],
  ),
  /** Approves, returns with a reason, or records a registration. */
  decide: defineAction(
    v.strictObject({
      transferId: id,
      version,
      decision: v.picklist(['approve', 'return', 'record']),
      reason: v.optional(text(100)),
      /** The teacher looked at the list on 智慧团建, which is stronger than a screenshot. */
      seenOnSystem: v.boolean(),
    }),
    v.object({ version, state: v.picklist(TRANSFER_STATES) }),
    ['NOT_FOUND', 'TRANSFER_ILLEGAL_STEP', 'TRANSFER_VERSION_STALE', 'REASON_REQUIRED', 'TEXT_REJECTED'],
  ),
  issueResetCode: defineAction(
    v.strictObject({ requestId: id, code: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9]{4,12}$/)) }),
    v.object({ state: v.picklist(RESET_STATES), expiresAt: instant }),
    ['RESET_ILLEGAL_STEP', 'NOT_FOUND'],
  ),
  /** Adds or updates people of one college; all rows or none. A dry run changes nothing. */
  importRoster: defineAction(
    v.strictObject({
      collegeId: id,
      rows: v.pipe(v.array(v.record(v.string(), v.unknown())), v.minLength(1), v.maxLength(1000)),
      dryRun: v.boolean(),
    }),
    v.object({
      added: v.number(),
      updated: v.number(),
      unchanged: v.number(),
      bad: v.array(v.object({ row: v.number(), field: v.string(), value: v.string(), problem: v.string() })),
      branches: v.array(v.object({ id: v.string(), name: v.string(), inviteCode: v.string() })),
    }),
    ['ROSTER_INVALID', 'COLLEGE_UNKNOWN'],
  ),
  createCollege: defineAction(v.strictObject({ name: text(40) }), v.object({ collegeId: id }), []),
  inviteTeacher: defineAction(
    v.strictObject({ collegeId: id, name: personName }),
    v.object({ code: v.string() }),
    ['COLLEGE_UNKNOWN'],
  ),
  openSeason: defineAction(
    v.strictObject({ id: text(12), name: text(40), rulebookId: text(40) }),
    v.object({ deadlineAt: instant }),
    ['NOT_FOUND'],
  ),
};
