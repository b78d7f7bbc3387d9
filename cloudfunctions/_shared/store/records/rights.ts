/** How rights are got and guarded: invitations, locks, and who claimed the first one. */
import * as v from 'valibot';

const at = v.number();

/** Tries by one WeChat, or at one thing that is guarded. Who and what they were is kept as digests alone. */
export const lockRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(2),
  /** Told apart by the other side: for a WeChat by what it tried, for what is guarded by who tried. */
  tries: v.array(v.object({ of: v.string(), count: v.number() })),
  firstAt: at,
  lockedUntil: v.nullable(at),
  /** From then on nothing of it counts, and the timer removes it. */
  expiresAt: at,
});

/** Its id is a digest of the code, so the code itself is nowhere at rest. */
export const invitationRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(2),
  /** Of the college it is for, or `all` for the committee. */
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
  /** Who lost invited rights when, by digest: no invitation issued before counts for or by them. */
  removals: v.optional(v.array(v.object({ of: v.string(), at })), []),
});
