/** Everything stored about the caller, for them to see and to take along. */
import * as v from 'valibot';
import { RESET_STATES } from '../../domain/transfer/reset-states';
import { ROLES } from '../../domain/rules/roles';
import { TRANSFER_STATES } from '../../domain/transfer/states';
import { WAITS_FOR } from '../../domain/transfer/waits-for';
import { defineAction } from '../define';
import { overAgeReport } from './over-age';
import { draftFields, submissionFields } from '../fields';
import { done, empty, instant, roleView, routeId, templateKey, timelineEntry, wayId } from '../parts';

const attempt = {
  attempt: v.number(),
  wayId,
  routeId,
  fields: submissionFields,
  /** How many pictures are kept. */
  screenshots: v.number(),
  initiatedAt: v.nullable(instant),
  reason: v.nullable(v.string()),
};

const storedTransfer = v.object({
  seasonId: v.string(),
  rulebookId: v.string(),
  state: v.picklist(TRANSFER_STATES),
  ...attempt,
  draft: draftFields,
  /** The receiving office's telephone, shared with classmates. */
  receiverPhone: v.nullable(v.string()),
  /** A sealed field of this transfer is kept, but does not open. */
  contactUnreadable: v.optional(v.literal(true)),
  deadlineAt: v.nullable(instant),
  waitsFor: v.picklist(WAITS_FOR),
  timeline: v.array(timelineEntry),
  /** Entries that are kept, but cannot be read. */
  timelineHidden: v.optional(v.number()),
  past: v.array(v.object({ ...attempt, endedAs: v.picklist(TRANSFER_STATES) })),
});

const storedRequest = v.object({
  state: v.picklist(RESET_STATES),
  note: v.nullable(v.string()),
  handlerName: v.string(),
  requestedAt: instant,
  escalatedAt: v.optional(v.nullable(instant)),
  /** What the secretary wrote when handing it to the college. */
  escalationReason: v.optional(v.nullable(v.string())),
  issuedAt: v.nullable(instant),
  expiresAt: v.optional(v.nullable(instant)),
  revealedAt: v.optional(v.nullable(instant)),
  /** What the college wrote when ending it without a code. */
  closedReason: v.optional(v.string()),
});

export const myDataActions = {
  myData: defineAction(
    empty,
    v.object({
      /** What the college put on its roster, or the person added to it. */
      member: v.object({
        studentNumber: v.string(),
        name: v.string(),
        collegeName: v.string(),
        branchName: v.string(),
        birthMonth: v.nullable(v.string()),
        graduationMonth: v.string(),
        /** Null where no roster says it. */
        hasLeaguePost: v.nullable(v.boolean()),
        isSecretary: v.boolean(),
        /** A secretary's number, where they have given it to their classmates. */
        sharedPhone: v.optional(v.nullable(v.string())),
        loginConfirmedAt: v.nullable(instant),
      }),
      account: v.object({
        createdAt: instant,
        roles: v.array(roleView),
        credits: v.record(templateKey, v.number()),
      }),
      transfers: v.array(storedTransfer),
      resetRequests: v.array(storedRequest),
      overAge: overAgeReport,
      /** The newest ones; more are in the messages. */
      notices: v.array(v.object({ at: instant, title: v.string(), text: v.string(), read: v.boolean() })),
      /** Who did something to these records, by role; the newest first. */
      audits: v.array(
        v.object({ at: instant, action: v.string(), role: v.picklist([...ROLES, 'system', 'visitor']) }),
      ),
      now: instant,
    }),
    [],
  ),
  deleteMyData: defineAction(empty, done, []),
};
