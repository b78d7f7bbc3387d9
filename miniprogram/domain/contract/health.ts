/** How the delivery of notices does, and what a person must mend: for the college, within its scope. */
import * as v from 'valibot';
import { NOTICE_KINDS } from '../model';
import { defineAction } from './define';
import { done, empty, id, instant } from './parts';

const alarm = v.object({
  kind: v.string(),
  /** WeChat's code. */
  code: v.number(),
  field: v.nullable(v.string()),
  count: v.number(),
  lastAt: instant,
});

const deadLetter = v.object({
  id: v.string(),
  kind: v.picklist(NOTICE_KINDS),
  title: v.string(),
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
  /** Whether it is still of use. */
  canRetry: v.boolean(),
});

export const healthActions = {
  health: defineAction(
    empty,
    v.object({
      dueNow: v.number(),
      /** When the oldest of them was due, epoch ms. */
      oldestDueAt: v.nullable(instant),
      sentToday: v.number(),
      /** Share of today's sent within 60 s of due, 0 to 1; null before the first. */
      promptShare: v.nullable(v.number()),
      /** Of today's sent, those that may have been seen twice. */
      mayRepeatToday: v.number(),
      deadLetters: v.number(),
      alarms: v.array(alarm),
      /** Whether the college's group robot is set; null for all colleges. */
      hasRobot: v.nullable(v.boolean()),
      now: instant,
    }),
    [],
  ),
  /** Notices that were given up, newest first. */
  deadLetters: defineAction(empty, v.object({ items: v.array(deadLetter), more: v.boolean() }), []),
  /** Sends one of them again; `CONFLICT` when it is not one, or too late to be of use. */
  retryNotice: defineAction(v.strictObject({ noticeId: id }), done, ['NOT_FOUND', 'CONFLICT']),
  /** Sets or removes the college's group robot by its webhook address on 企业微信. */
  saveWebhook: defineAction(
    v.strictObject({ collegeId: id, url: v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(300))) }),
    v.object({ hasRobot: v.boolean() }),
    ['COLLEGE_UNKNOWN', 'FIELD_INVALID'],
  ),
};
