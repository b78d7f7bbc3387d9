/** How rights are got and guarded: invitations, locks, and who claimed the first one. */
import * as v from 'valibot';

const at = v.number();

/**
 * Wrong tries, counted twice: for the WeChat that made them, and for what was tried at (a student number, a code). Its id
 * and `of` are digests, so that a record says neither who tried nor at what.
 */
export const lockRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(2),
  /** `of`: in a record of a WeChat what it tried at, in a record of a number or code the WeChat that tried. */
  tries: v.array(v.object({ of: v.string(), count: v.number() })),
  firstAt: at,
  lockedUntil: v.nullable(at),
  /** From then on these tries no longer count, and the timer removes the record. */
  expiresAt: at,
});

/** Its id is a digest of the code, so the code itself is nowhere at rest. */
export const invitationRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(2),
  /** The college whose teacher it makes, or `all` for the committee. */
  collegeId: v.string(),
  name: v.string(),
  issuedAt: at,
  /** Account that issued it; null for those of the first release. */
  issuedBy: v.nullable(v.string()),
  expiresAt: at,
  usedBy: v.nullable(v.string()),
  usedAt: v.nullable(at),
  revokedAt: v.nullable(at),
});

/** Facts of the whole deployment; `administrator` exists once the first one has claimed it. */
export const settingRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  accountId: v.string(),
  at,
  /** Accounts of the committee. */
  committee: v.optional(v.array(v.string()), []),
  /** Accounts, as digests, that lost their rights, and when. Invitations from before then no longer work: neither for them, nor those they issued. */
  removals: v.optional(v.array(v.object({ of: v.string(), at })), []),
});
