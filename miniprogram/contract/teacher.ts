import * as v from 'valibot';
import { RESET_STATES } from '../domain/people/reset-states';
import { TRANSFER_STATES } from '../domain/transfer/states';
import { auditActions } from './audits';
import { committeeActions } from './committee';
import { batchActions } from './batch';
import { boardActions } from './board';
import { cardActions } from './card';
import { defineAction } from './define';
import { exportActions } from './exports';
import { healthActions } from './health';
import { submissionFields } from './fields';
import {
  confirmedOutcome,
  id,
  instant,
  line,
  month,
  personName,
  plain,
  resetCode,
  studentNumber,
  subscriptionView,
  text,
  transferStanding,
  version,
  wayId,
} from './parts';
import { cursor, peopleFilter, personRow, personView } from './people';
import { purgeActions } from './purge';
import { rosterActions } from './roster';
import { seasonActions } from './season';

/** What waits for a teacher, by what it asks of them. */
export const QUEUE_KINDS = ['approval', 'registration', 'refusal', 'timeout', 'code', 'overAge'] as const;

const queueItem = v.object({
  kind: v.picklist(QUEUE_KINDS),
  /** Transfer, reset request or person, by `kind`. */
  id,
  memberName: v.string(),
  branchName: v.string(),
  wayId: v.nullable(wayId),
  since: instant,
  deadlineAt: v.nullable(instant),
  /** Why the receiver refused; null for everything else. */
  reason: v.nullable(v.string()),
  memberId: v.optional(v.string()),
  /** Of the transfer; null for codes and people. */
  version: v.optional(v.nullable(version)),
});

const decisionView = v.object({
  ...transferStanding,
  memberId: id,
  memberName: v.string(),
  branchName: v.string(),
  fields: submissionFields,
  /** The parents' contact is kept, but does not open. */
  contactUnreadable: v.optional(v.literal(true)),
  screenshots: v.array(v.object({ fileId: v.string(), url: v.string() })),
});

export const rosterRow = v.strictObject({
  studentNumber,
  name: personName,
  branchName: line(60),
  /** Month of birth, `YYYY-MM`; only used for the age rule. */
  birthMonth: v.optional(month),
  graduationMonth: month,
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
  ...auditActions,
  ...purgeActions,
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
  /** Approves, returns with a reason, records a registration, or reopens with a reason what was completed. */
  decide: defineAction(
    v.strictObject({
      transferId: id,
      version,
      decision: v.picklist(['approve', 'return', 'record', 'reopen']),
      reason: v.optional(text(100)),
      /** The teacher looked at the list on 智慧团建, which is stronger than a screenshot. */
      seenOnSystem: v.boolean(),
    }),
    v.object({ version, state: v.picklist(TRANSFER_STATES) }),
    ['NOT_FOUND', 'TRANSFER_ILLEGAL_STEP', 'TRANSFER_VERSION_STALE', 'REASON_REQUIRED', 'TEXT_REJECTED'],
  ),
  ...batchActions,
  ...cardActions,
  ...boardActions,
  /** What the teacher saw in the list on 智慧团建: for time-outs and refusals. */
  confirmStatus: defineAction(
    v.strictObject({ transferId: id, ...confirmedOutcome }),
    v.object({ version, state: v.picklist(TRANSFER_STATES) }),
    ['NOT_FOUND', 'TRANSFER_ILLEGAL_STEP', 'TRANSFER_VERSION_STALE', 'TEXT_REJECTED'],
  ),
  /** Takes somebody over age out of the queue: the college has dealt with it. */
  recordOverAge: defineAction(v.strictObject({ memberId: id }), v.object({ recordedAt: instant }), [
    'NOT_FOUND',
  ]),
  /** People behind a figure. The committee names the college. A page may be empty and still have a next one. */
  people: defineAction(
    v.strictObject({
      collegeId: v.optional(id),
      filter: peopleFilter,
      cursor: v.optional(cursor),
    }),
    v.object({ people: v.array(personRow), next: v.nullable(v.string()), now: instant }),
    ['COLLEGE_UNKNOWN', 'BRANCH_UNKNOWN'],
  ),
  person: defineAction(
    v.strictObject({ memberId: id }),
    v.object({ person: personView, rulebookId: v.string(), now: instant }),
    ['NOT_FOUND'],
  ),
  /** The parents' contact; every look is audited. */
  revealContact: defineAction(
    v.strictObject({ transferId: id }),
    v.object({ contact: v.object({ name: v.string(), phone: v.string() }) }),
    ['NOT_FOUND'],
  ),
  issueResetCode: defineAction(
    v.strictObject({ requestId: id, code: resetCode }),
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
  createCollege: defineAction(v.strictObject({ name: line(40) }), v.object({ collegeId: id }), [
    'TEXT_REJECTED',
  ]),
  inviteTeacher: defineAction(
    v.strictObject({ collegeId: id, name: personName }),
    v.object({ code: v.string() }),
    ['COLLEGE_UNKNOWN'],
  ),
  openSeason: defineAction(
    v.strictObject({ id: plain(12), name: line(40), rulebookId: line(40) }),
    v.object({ deadlineAt: instant }),
    ['RULEBOOK_UNKNOWN', 'SEASON_NOT_A_YEAR', 'SEASON_OUT_OF_ORDER', 'TEXT_REJECTED'],
  ),
};
