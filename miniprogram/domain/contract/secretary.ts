import * as v from 'valibot';
import { TRANSFER_STATES } from '../model';
import { defineAction } from './define';
import { empty, id, instant, subscriptionView, text } from './parts';

const waitingRequest = v.object({
  id,
  memberName: v.string(),
  note: v.nullable(v.string()),
  requestedAt: instant,
  /** When it goes to the teacher if nothing happens. */
  escalatesAt: instant,
});

const issuedRequest = v.object({
  id,
  memberName: v.string(),
  issuedAt: instant,
  expiresAt: instant,
  state: v.picklist(['issued', 'revealed', 'solved', 'failed', 'expired']),
});

/** Actions of a branch secretary on their own branch. */
export const secretaryActions = {
  resetQueue: defineAction(
    empty,
    v.object({
      branch: v.object({ id: v.string(), name: v.string() }),
      waiting: v.array(waitingRequest),
      issuedToday: v.array(issuedRequest),
      subscription: subscriptionView,
      now: instant,
    }),
    [],
  ),
  issueResetCode: defineAction(
    v.strictObject({ requestId: id, code: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9]{4,12}$/)) }),
    v.object({ issued: issuedRequest }),
    ['RESET_ILLEGAL_STEP', 'RESET_CODE_MALFORMED', 'NOT_FOUND'],
  ),
  escalateResetRequest: defineAction(
    v.strictObject({ requestId: id, reason: text(60) }),
    v.object({ escalatedAt: instant }),
    ['RESET_ILLEGAL_STEP', 'NOT_FOUND'],
  ),
  branchBoard: defineAction(
    empty,
    v.object({
      branch: v.object({ id: v.string(), name: v.string(), inviteCode: v.string() }),
      members: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          bound: v.boolean(),
          state: v.nullable(v.picklist(TRANSFER_STATES)),
          deadlineAt: v.nullable(instant),
        }),
      ),
      now: instant,
    }),
    [],
  ),
};
