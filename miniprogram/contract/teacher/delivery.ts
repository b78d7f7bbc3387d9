/** How the delivery of notices does, and what a person must mend: for the college, within its scope. */
import * as v from 'valibot';
import { NOTICE_CHANNELS, NOTICE_KINDS, TEMPLATE_KEYS } from '../../domain/reminding/kinds';
import { cleanLine } from '../../domain/text/clean-text';
import { defineAction } from '../define';
import { empty, id, instant } from '../parts';

/** As many as one page of them shows. */
const RETRY_MOST = 50;

const alarm = v.object({
  channel: v.picklist(NOTICE_CHANNELS),
  template: v.picklist(TEMPLATE_KEYS),
  /** WeChat's code, or that of 企业微信. */
  code: v.number(),
  /** Key of the template's field, where WeChat named one. */
  field: v.nullable(v.string()),
  count: v.number(),
  lastAt: instant,
});

/**
 * late: too late to be of use; done: what it says is no longer so, or its reader is no longer the one to hear it;
 * no-credit: its reader has left no consent, and the inbox shows it anyway.
 */
export const USELESS = ['late', 'done', 'no-credit'] as const;

const deadLetter = v.object({
  id: v.string(),
  kind: v.picklist(NOTICE_KINDS),
  title: v.string(),
  channel: v.picklist(NOTICE_CHANNELS),
  template: v.picklist(TEMPLATE_KEYS),
  /** Who was to be told; null for a group robot or somebody gone. */
  recipientName: v.nullable(v.string()),
  dueAt: instant,
  settledAt: v.nullable(instant),
  attempts: v.number(),
  /** WeChat's code of the last refusal. */
  code: v.nullable(v.number()),
  field: v.nullable(v.string()),
  /** It may have arrived all the same. */
  mayRepeat: v.boolean(),
  /** Why sending it again would do nothing; null where it would reach its reader. */
  useless: v.nullable(v.picklist(USELESS)),
});

/**
 * Why something stored is set aside: of a later release, damaged, sealed with a key that is not there, or a fault of ours
 * meets it.
 */
export const UNREADABLE_REASONS = ['newer', 'malformed', 'sealed', 'broken'] as const;

const unreadable = v.object({
  /** The collection, by its name in the database. */
  collection: v.string(),
  reason: v.picklist(UNREADABLE_REASONS),
  /** How many documents of it. */
  count: v.number(),
  lastAt: instant,
});

export const healthView = v.object({
  dueNow: v.number(),
  /** Due, and held until the quiet hours end. */
  heldNow: v.number(),
  /** Since when the oldest of them could have been sent, epoch ms. */
  oldestDueAt: v.nullable(instant),
  sentToday: v.number(),
  /** Due today and only in the inbox, WeChat not asked: its reader has left no consent. */
  unaskedToday: v.number(),
  /** The same, because WeChat said that its reader takes none. */
  refusedToday: v.number(),
  /** Share of today's sent within 60 s of due, 0 to 1; null before the first. */
  promptShare: v.nullable(v.number()),
  /** Of today's sent, those that may have been seen twice. */
  mayRepeatToday: v.number(),
  deadLetters: v.number(),
  /** People of the roster nobody has signed in as: nothing is ever due to them. */
  unbound: v.number(),
  alarms: v.array(alarm),
  /** What is stored and cannot be read; it is set aside, and everything else goes on. */
  unreadable: v.array(unreadable),
  /** Whether the college's group robot is set; null for all colleges. */
  hasRobot: v.nullable(v.boolean()),
  now: instant,
});

/** Why WeChat would not tell somebody what comes next. */
const OUT_OF_REACH = ['unbound', 'off', 'no-credit'] as const;

const reached = {
  /** Who still has something to do or to hear. */
  people: v.number(),
  /** Those of them whom WeChat would tell. */
  reached: v.number(),
  out: v.object(v.entriesFromList(OUT_OF_REACH, v.number())),
};

const reachView = v.object({
  ...reached,
  branches: v.array(v.object({ id: v.string(), name: v.string(), ...reached })),
  /** What WeChat said of messages it had taken and did not deliver, lately, by its code. */
  failures: v.array(v.object({ code: v.number(), count: v.number(), lastAt: instant })),
  now: instant,
});

export const deliveryActions = {
  /** Whom the next message would reach and whom not, by branch; `COLLEGE_UNKNOWN` outside the caller's scope. */
  reach: defineAction(v.strictObject({ collegeId: id }), reachView, ['COLLEGE_UNKNOWN']),
  health: defineAction(empty, healthView, []),
  /** Notices that were given up, newest first; a teacher names the college, the committee may name none for all. */
  deadLetters: defineAction(
    v.strictObject({ collegeId: v.optional(id) }),
    v.object({ items: v.array(deadLetter), more: v.boolean() }),
    ['COLLEGE_UNKNOWN'],
  ),
  /** Makes them due again; left out is what is none, or too late to be of use. */
  retryNotices: defineAction(
    v.strictObject({ noticeIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(RETRY_MOST)) }),
    v.object({ retried: v.number() }),
    [],
  ),
  /** Sets or removes the college's group robot by its webhook address on 企业微信. */
  saveWebhook: defineAction(
    v.strictObject({
      collegeId: id,
      url: v.nullable(v.pipe(v.string(), v.transform(cleanLine), v.maxLength(300))),
    }),
    v.object({ hasRobot: v.boolean() }),
    ['COLLEGE_UNKNOWN', 'FIELD_INVALID'],
  ),
  /** Posts one line to the group; what 企业微信 answered. `NOT_FOUND` while no robot is set. */
  testWebhook: defineAction(
    v.strictObject({ collegeId: id }),
    v.object({ outcome: v.picklist(['sent', 'refused', 'busy', 'unknown']), code: v.nullable(v.number()) }),
    ['COLLEGE_UNKNOWN', 'NOT_FOUND'],
  ),
};
