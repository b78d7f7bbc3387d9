import * as v from 'valibot';
import { noticeRecord } from './notice';
import { auditRecord } from './transfer';

/** What a transaction has bound itself to write right after it; gone when that is done. */
export const journalRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  /** When the transaction was written; also when what it cancels is settled. */
  at: v.number(),
  notices: v.array(noticeRecord),
  audits: v.array(auditRecord),
  /** Whom or what its notices are about. */
  aboutIds: v.array(v.string()),
  /** Notices as they were planned then: one that has been planned again since stays. */
  cancelled: v.array(v.object({ id: v.string(), version: v.number() })),
});
