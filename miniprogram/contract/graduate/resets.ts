/** A code to reset the password of 智慧团建: asked for, shown once, and whether it worked. */
import * as v from 'valibot';
import { defineAction } from '../define';
import { id, resetRequestView, text } from '../parts';

export const resetActions = {
  /** With `escalate` it goes to the college's teachers at once, also when it already waits for the secretary. */
  requestResetCode: defineAction(
    v.strictObject({ note: v.optional(text(60)), escalate: v.optional(v.boolean()) }),
    v.object({ resetRequest: resetRequestView }),
    ['RESET_ALREADY_WAITING', 'RESET_ILLEGAL_STEP', 'TEXT_REJECTED', 'DAILY_LIMIT'],
  ),
  /** Shows the code. It is given out once; the record keeps that it was. */
  revealResetCode: defineAction(
    v.strictObject({ requestId: id }),
    v.object({ code: v.string(), resetRequest: resetRequestView }),
    ['RESET_ILLEGAL_STEP', 'RESET_CODE_EXPIRED', 'RESET_CODE_ALREADY_REVEALED', 'RESET_CODE_UNREADABLE'],
  ),
  reportResetResult: defineAction(
    v.strictObject({ requestId: id, worked: v.boolean() }),
    v.object({ resetRequest: resetRequestView }),
    ['RESET_ILLEGAL_STEP'],
  ),
};
