import * as v from 'valibot';

/** What a transaction of 1.0 had bound itself to write right after it; the timer drains it. */
export const journalRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  /** When the transaction was written; also when what it cancels is settled. */
  at: v.number(),
  /** As 1.0 wrote them: each is read as its collection reads it. */
  notices: v.array(v.unknown()),
  audits: v.array(v.unknown()),
  /** Notices as they were planned then: one that has been planned again since stays. */
  cancelled: v.array(v.object({ id: v.string(), version: v.number() })),
});
