import * as v from 'valibot';
import { ESCALATION_CAUSES, RESET_STATES } from '../../../../miniprogram/domain/transfer/reset-states';

const at = v.number();

export const resetRequestRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  version: v.number(),
  memberId: v.string(),
  memberName: v.string(),
  /** None while who asked is unbound. */
  accountId: v.nullable(v.string()),
  branchId: v.string(),
  branchName: v.string(),
  collegeId: v.string(),
  rulebookId: v.string(),
  state: v.picklist(RESET_STATES),
  handler: v.object({ role: v.picklist(['secretary', 'teacher']), name: v.string() }),
  note: v.nullable(v.string()),
  /** Why it is with the teacher; not known of requests of an earlier release. */
  escalationCause: v.optional(v.picklist(ESCALATION_CAUSES)),
  /** What the person said who sent it to the teacher. */
  escalationReason: v.nullable(v.string()),
  /** Why the college ended it without a code. */
  closedReason: v.optional(v.string()),
  requestedAt: at,
  escalatesAt: v.nullable(at),
  escalatedAt: v.nullable(at),
  issuedAt: v.nullable(at),
  expiresAt: v.nullable(at),
  revealedAt: v.nullable(at),
  /** Wiped when the code is shown or expires. */
  codeSealed: v.nullable(v.string()),
});
