/** What the operator is told of. */
import * as v from 'valibot';
import { UNREADABLE_REASONS } from '../../../../miniprogram/contract/teacher/delivery';
import { NOTICE_CHANNELS, NOTICE_KINDS, TEMPLATE_KEYS } from '../../../../miniprogram/domain/reminding/kinds';

const at = v.number();

/** A fault of ours that WeChat or 企业微信 refused: one record for each fault, however many notices met it. */
const refusalAlarm = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  cause: v.optional(v.literal('refused'), 'refused'),
  channel: v.picklist(NOTICE_CHANNELS),
  /** Of the notice that met it last. */
  kind: v.picklist(NOTICE_KINDS),
  template: v.picklist(TEMPLATE_KEYS),
  /** Whose group robot it is; null for a template, which all colleges share. */
  collegeId: v.nullable(v.string()),
  code: v.number(),
  /** The template's field that was refused, where it was told. */
  field: v.nullable(v.string()),
  count: v.number(),
  firstAt: at,
  lastAt: at,
});

/** A record that cannot be read, or a sealed text in it that does not open. Holds nothing of what is stored there. */
const unreadableAlarm = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  cause: v.literal('unreadable'),
  collection: v.string(),
  /** As logs name it. */
  documentId: v.string(),
  reason: v.picklist(UNREADABLE_REASONS),
  /** Whose it is; null where that cannot be told. */
  collegeId: v.nullable(v.string()),
  firstAt: at,
  lastAt: at,
});

export const alarmRecord = v.union([refusalAlarm, unreadableAlarm]);
