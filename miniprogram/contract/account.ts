import * as v from 'valibot';
import { office } from './card';
import { editView } from './rules';
import { defineAction } from './define';
import {
  code,
  done,
  empty,
  id,
  noticeView,
  personName,
  remindersView,
  roleView,
  seasonView,
  studentNumber,
  subscriptionView,
  templateKey,
} from './parts';

const welcomeView = v.object({
  /** Empty while nobody has set it. */
  school: v.string(),
  offices: v.array(v.object({ collegeName: v.string(), ...office.entries })),
});

/** Actions of whoever holds a WeChat account, before and after signing in. */
export const accountActions = {
  /** Opens the mini-program: who this is, and which rules apply. */
  whoAmI: defineAction(
    empty,
    v.object({
      account: v.nullable(v.object({ name: v.string(), roles: v.array(roleView) })),
      /** An account that has lost all its rights is still stored: its owner may delete it. */
      leftBehind: v.boolean(),
      season: seasonView,
      /** Whom this serves and where its offices are, for who has not signed in; no named persons. */
      welcome: v.optional(v.nullable(welcomeView)),
      subscription: subscriptionView,
      now: v.number(),
    }),
    [],
  ),
  /**
   * What the published versions an id names change: a version never changes, so a phone asks once. Those the caller has
   * nothing to do with, another college's, are left out.
   */
  rules: defineAction(
    v.strictObject({ rulebookId: v.pipe(v.string(), v.maxLength(300)) }),
    v.object({
      shippedId: v.string(),
      editions: v.array(v.object({ scopeId: v.string(), number: v.number(), edits: v.array(editView) })),
      now: v.number(),
    }),
    [],
  ),
  /** Binds this WeChat to a person on the roster. */
  signIn: defineAction(
    v.strictObject({ studentNumber, name: personName, inviteCode: code(32) }),
    v.object({ name: v.string(), roles: v.array(roleView) }),
    ['CREDENTIALS_WRONG', 'SIGN_IN_LOCKED', 'MEMBER_BOUND_ELSEWHERE', 'ALREADY_SIGNED_IN', 'DAILY_LIMIT'],
  ),
  /** Accepts an invitation to a teacher's or the committee's account. */
  acceptInvitation: defineAction(
    v.strictObject({ code: code(64), name: personName }),
    v.object({ roles: v.array(roleView) }),
    ['INVITE_CODE_WRONG', 'SIGN_IN_LOCKED'],
  ),
  /** The first administrator, by the one-time code of the deployment. */
  claimAdministrator: defineAction(
    v.strictObject({ code: code(64), name: personName }),
    v.object({ roles: v.array(roleView) }),
    ['ADMIN_CODE_WRONG', 'ADMIN_EXISTS', 'SIGN_IN_LOCKED'],
  ),
  /** Removes what is stored about a WeChat that has lost all its rights; a graduate has `deleteMyData`. */
  deleteAccount: defineAction(empty, done, []),
  /** Books the answers of one subscription sheet: each accepted template is one more send. */
  addCredits: defineAction(
    v.strictObject({ askId: id, accepted: v.pipe(v.array(templateKey), v.maxLength(5)) }),
    v.object({ subscription: subscriptionView }),
    [],
  ),
  /** One page of the inbox; `next` is the `before` of the next one, null on the last. */
  messages: defineAction(
    v.strictObject({ before: v.optional(v.number()) }),
    v.object({
      notices: v.array(noticeView),
      unread: v.number(),
      next: v.nullable(v.number()),
      /** With the first page, for graduates: what their reminders hang on. */
      reminders: v.nullable(remindersView),
      subscription: subscriptionView,
    }),
    [],
  ),
  markRead: defineAction(v.strictObject({ ids: v.pipe(v.array(v.string()), v.maxLength(50)) }), done, []),
};
