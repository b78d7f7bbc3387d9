/** The graduate's own transfer, from the way chosen to what 智慧团建 shows in the end. */
import * as v from 'valibot';
import { defineAction } from '../define';
import { draftFields, FIELD_ERRORS, submissionFields } from '../fields';
import { TICK_ERRORS, ticking } from '../offline';
import { isOfficePhone } from '../../domain/rules/office-phone';
import { plainLine } from '../../domain/text/clean-text';
import { empty, fileId, id, instant, noIdNumber, routeId, screenshots, text, version, wayId } from '../parts';
import { transferView } from '../transfer';

const changed = v.object({ transfer: transferView });

const receiver = v.object({
  name: v.string(),
  people: v.number(),
  /** A secretary or teacher saw it on the list of the system. */
  verified: v.boolean(),
  /** Of the office, where one of them has shared it. */
  phone: v.nullable(v.string()),
});

/**
 * What the form needs next comes along, so that nobody has to ask for it: `folder` as of `uploadFolder`, with the first way
 * of a season, and `receivers` as of the action of that name.
 */
const chosen = v.object({
  transfer: transferView,
  folder: v.optional(v.string()),
  receivers: v.optional(v.array(receiver)),
});

const officePhone = v.pipe(v.string(), v.transform(plainLine), v.check(isOfficePhone), noIdNumber);

/** `seasonId` is the season the person was shown: nobody begins in another one unawares. */
const choice = v.strictObject({ wayId, routeId, version: v.nullable(version), seasonId: v.optional(id) });
const CHOICE_ERRORS = [
  'WAY_UNKNOWN',
  'TRANSFER_ILLEGAL_STEP',
  'TRANSFER_VERSION_STALE',
  'TRANSFER_SEASON_CHANGED',
  'SEASON_NOT_OPEN',
  'DAILY_LIMIT',
] as const;

export const transferActions = {
  chooseWay: defineAction(choice, chosen, CHOICE_ERRORS),
  /** “我的情况变了”: what is under way is closed, and another way begins. */
  changeSituation: defineAction(choice, chosen, CHOICE_ERRORS),
  /** Begins with a planned way before its window opens. */
  begin: defineAction(v.strictObject({ version }), changed, [
    'TRANSFER_ILLEGAL_STEP',
    'TRANSFER_VERSION_STALE',
  ]),
  /** Keeps what has been typed. The last writer wins: a draft is never refused for its content. */
  saveDraft: defineAction(
    v.strictObject({ draft: draftFields, screenshots }),
    v.object({ savedAt: instant }),
    ['TRANSFER_ILLEGAL_STEP', 'SCREENSHOT_FOREIGN', 'SCREENSHOT_MISSING', 'SCREENSHOT_UNREADABLE'],
  ),
  /** Submits or registers, by what the way says. `version` makes a double tap one submission. */
  submit: defineAction(v.strictObject({ version, fields: submissionFields, screenshots }), changed, [
    'TRANSFER_ILLEGAL_STEP',
    'TRANSFER_VERSION_STALE',
    ...FIELD_ERRORS,
    'SCREENSHOT_FOREIGN',
    'SCREENSHOT_MISSING',
    'SCREENSHOT_UNREADABLE',
    'TEXT_REJECTED',
    'DAILY_LIMIT',
  ]),
  /** What 智慧团建 shows now. */
  report: defineAction(
    v.strictObject({
      version,
      outcome: v.picklist(['accepted', 'refused', 'returned']),
      reason: v.optional(text(100)),
    }),
    changed,
    ['TRANSFER_ILLEGAL_STEP', 'TRANSFER_VERSION_STALE', 'REASON_REQUIRED', 'TEXT_REJECTED', 'DAILY_LIMIT'],
  ),
  /** Puts another picture in the place of one that WeChat finds risky; nothing else of what was handed in changes. */
  replacePicture: defineAction(v.strictObject({ from: fileId, to: fileId }), changed, [
    'NOT_FOUND',
    'SCREENSHOT_FOREIGN',
    'SCREENSHOT_MISSING',
    'SCREENSHOT_UNREADABLE',
  ]),
  /** Ticks what the graduate does on paper, or takes it back. */
  tickOffline: defineAction(v.strictObject(ticking), changed, TICK_ERRORS),
  /** “请老师先批”: once a day, when whoever approves next has taken longer than the rulebook expects. */
  hurry: defineAction(v.strictObject({ version }), changed, [
    'TRANSFER_ILLEGAL_STEP',
    'TRANSFER_VERSION_STALE',
    'DAILY_LIMIT',
  ]),
  withdraw: defineAction(v.strictObject({ version }), changed, [
    'TRANSFER_ILLEGAL_STEP',
    'TRANSFER_VERSION_STALE',
  ]),
  /**
   * Organisations that took in people of the same college on the same way, the ones seen on the official list first.
   * Names and numbers alone, never persons; none on ways that keep the receiver secret or say where a family lives.
   */
  receivers: defineAction(empty, v.object({ receivers: v.array(receiver) }), []),
  /** The telephone of the office that took the person in, for classmates on the same way; null takes it back. */
  shareReceiverPhone: defineAction(v.strictObject({ version, phone: v.nullable(officePhone) }), changed, [
    'TRANSFER_ILLEGAL_STEP',
    'TRANSFER_VERSION_STALE',
  ]),
  /** Folder of the cloud storage this graduate may upload screenshots to. */
  uploadFolder: defineAction(empty, v.object({ folder: v.string() }), ['DAILY_LIMIT']),
};
