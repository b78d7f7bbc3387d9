/** Codes classmates have asked for. */
import * as v from 'valibot';
import { defineAction } from '../define';
import { empty, id, instant, resetCode, subscriptionView, text } from '../parts';

const waitingRequest = v.object({
  id,
  memberId: id,
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

export const resetActions = {
  resetQueue: defineAction(
    empty,
    v.object({
      branch: v.object({ id: v.string(), name: v.string() }),
      rulebookId: v.string(),
      waiting: v.array(waitingRequest),
      issuedToday: v.array(issuedRequest),
      subscription: subscriptionView,
      now: instant,
    }),
    [],
  ),
  issueResetCode: defineAction(
    v.strictObject({ requestId: id, code: resetCode }),
    v.object({ issued: issuedRequest }),
    ['RESET_ILLEGAL_STEP', 'RESET_CODE_MALFORMED', 'NOT_FOUND'],
  ),
  escalateResetRequest: defineAction(
    v.strictObject({ requestId: id, reason: text(60) }),
    v.object({ escalatedAt: instant }),
    ['RESET_ILLEGAL_STEP', 'NOT_FOUND'],
  ),
};
