import * as v from 'valibot';
import { NOTICE_CHANNELS, NOTICE_KINDS, TEMPLATE_KEYS } from '../../../../miniprogram/domain/reminding/kinds';

/** Where a notice's WeChat message stands; the inbox shows it from `dueAt` on whatever WeChat says. */
const NOTICE_STATUSES = [
  'planned',
  'sending',
  'sent',
  'no-credit',
  'invalid',
  'dead',
  'too-late',
  'cancelled',
] as const;
export type NoticeStatus = (typeof NOTICE_STATUSES)[number];

/** Statuses from which a cancellation still stops the message. */
export const OPEN_NOTICE_STATUSES = ['planned', 'sending'] as const satisfies readonly NoticeStatus[];

/** Statuses that keep a notice out of the inbox. */
export const HIDDEN_NOTICE_STATUSES: readonly NoticeStatus[] = ['cancelled', 'too-late'];

const at = v.number();

export const noticeRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(2),
  /** Raised when it is made again after it was dropped. */
  version: v.optional(v.number(), 0),
  /** Id in the plan, equal for all recipients of one notice. */
  planId: v.string(),
  /** The member it is about, whoever is told; the branch or college of a digest. */
  aboutId: v.string(),
  kind: v.picklist(NOTICE_KINDS),
  template: v.picklist(TEMPLATE_KEYS),
  audience: v.picklist(['graduate', 'secretary', 'teacher']),
  /** Who is told; the college's id where its group is. */
  accountId: v.string(),
  channel: v.picklist(NOTICE_CHANNELS),
  /** Who answers for its delivery. */
  collegeId: v.optional(v.nullable(v.string()), null),
  /** Whose rules say what a scarce credit is kept for. */
  rulebookId: v.string(),
  /** Days left when it is due; reminders only. */
  days: v.nullable(v.number()),
  title: v.string(),
  text: v.string(),
  page: v.string(),
  /** What its subscribe message tells, by fact; 1.0 wrote the keys of its templates instead. */
  fields: v.record(v.string(), v.string()),
  dueAt: at,
  notAfter: v.nullable(at),
  status: v.picklist(NOTICE_STATUSES),
  /** When the timer looks at it next: due time, retry time or end of the lease. */
  nextAt: at,
  attempts: v.number(),
  /** Of the sender who holds it, or held it last. */
  leaseId: v.optional(v.nullable(v.string()), null),
  /** A sender lost it after it may have been sent, so the person may have seen it twice. */
  mayRepeat: v.optional(v.boolean(), false),
  /** WeChat's code of the last refusal. */
  errorCode: v.nullable(v.number()),
  /** The field WeChat refused. */
  problem: v.optional(v.nullable(v.string()), null),
  /** Sent within a minute of its due time. */
  isPrompt: v.optional(v.boolean(), false),
  /** What a digest tells: what waits too long, or also what could not be told at once. */
  digestOf: v.optional(v.nullable(v.picklist(['overdue', 'all'])), null),
  readAt: v.nullable(at),
  settledAt: v.nullable(at),
});
