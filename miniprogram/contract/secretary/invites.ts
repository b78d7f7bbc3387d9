/** The code classmates sign in with. */
import * as v from 'valibot';
import { defineAction } from '../define';
import { empty } from '../parts';
import { remembered } from './remembered';

export const inviteActions = {
  /** A new invite code; the one before stops working. */
  rotateInvite: defineAction(empty, v.object({ inviteCode: v.string() }), ['DAILY_LIMIT']),
  /** The mini-program code that opens signing in with the invite code filled in; no `url` while WeChat makes none. */
  inviteImage: defineAction(
    v.strictObject(remembered),
    v.object({
      inviteCode: v.string(),
      branchName: v.string(),
      url: v.nullable(v.string()),
      /** The number the asking secretary has given to classmates. */
      ownPhone: v.nullable(v.string()),
    }),
    [],
  ),
};
