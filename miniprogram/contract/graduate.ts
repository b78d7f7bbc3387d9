import * as v from 'valibot';
import { cardPass } from './card';
import { defineAction } from './define';
import { draftFields, submissionFields } from './fields';
import { transferView } from './transfer';
import {
  done,
  empty,
  id,
  instant,
  noticeView,
  resetRequestView,
  routeId,
  screenshots,
  seasonView,
  subscriptionView,
  text,
  version,
  wayId,
} from './parts';
import { myDataActions } from './my-data';
import { overAgeActions, overAgeReport } from './over-age';
import { announcementView } from './season';

const changed = v.object({ transfer: transferView });

/** Actions of a graduate about their own transfer; the person comes from the WeChat context alone. */
export const graduateActions = {
  /** All that home, progress, login help and the form show, in one call. */
  home: defineAction(
    empty,
    v.object({
      member: v.object({
        id: v.string(),
        name: v.string(),
        branchName: v.string(),
        collegeName: v.string(),
        secretaryName: v.nullable(v.string()),
        teacherName: v.nullable(v.string()),
        isSecretary: v.boolean(),
        hasLeaguePost: v.boolean(),
        overAge: v.boolean(),
      }),
      season: v.object({ ...seasonView.entries, openedAt: instant }),
      /** The committee's word to everybody; none is null. */
      announcement: v.optional(v.nullable(announcementView)),
      /** Of the own college, beside the university's. */
      collegeAnnouncement: v.optional(v.nullable(announcementView)),
      /** What came of telling the college about the age; null for who need not. */
      overAgeReport: v.optional(v.nullable(overAgeReport)),
      /** When the graduate said they can log in to 智慧团建. */
      loginConfirmedAt: v.nullable(instant),
      transfer: v.nullable(transferView),
      resetRequest: v.nullable(resetRequestView),
      unread: v.number(),
      latestNotice: v.nullable(noticeView),
      subscription: subscriptionView,
      /** Reminders still planned for this transfer. */
      plannedReminders: v.array(v.object({ kind: v.string(), dueAt: instant })),
      now: instant,
    }),
    [],
  ),
  confirmLogin: defineAction(empty, v.object({ loginConfirmedAt: instant }), []),
  /** With `escalate` it goes to the college's teachers at once, also when it already waits for the secretary. */
  requestResetCode: defineAction(
    v.strictObject({ note: v.optional(text(60)), escalate: v.optional(v.boolean()) }),
    v.object({ resetRequest: resetRequestView }),
    ['RESET_ALREADY_WAITING', 'RESET_ILLEGAL_STEP', 'TEXT_REJECTED', 'DAILY_LIMIT'],
  ),
  /** Shows the code. It is given out once; the record keeps that it was. */
  revealResetCode: defineAction(
    v.strictObject({ requestId: id }),
    v.object({ code: v.string(), resetRequest: resetRequestView }),
    ['RESET_ILLEGAL_STEP', 'RESET_CODE_EXPIRED', 'RESET_CODE_ALREADY_REVEALED', 'RESET_CODE_UNREADABLE'],
  ),
  reportResetResult: defineAction(
    v.strictObject({ requestId: id, worked: v.boolean() }),
    v.object({ resetRequest: resetRequestView }),
    ['RESET_ILLEGAL_STEP'],
  ),
  /** `seasonId` is the season the person was shown: nobody begins in another one unawares. */
  chooseWay: defineAction(
    v.strictObject({ wayId, routeId, version: v.nullable(version), seasonId: v.optional(id) }),
    changed,
    [
      'WAY_UNKNOWN',
      'TRANSFER_ILLEGAL_STEP',
      'TRANSFER_VERSION_STALE',
      'TRANSFER_SEASON_CHANGED',
      'DAILY_LIMIT',
    ],
  ),
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
    'FIELD_REQUIRED',
    'FIELD_FORBIDDEN',
    'FIELD_INVALID',
    'INITIATED_AT_IN_FUTURE',
    'INITIATED_AT_LONG_AGO',
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
  withdraw: defineAction(v.strictObject({ version }), changed, [
    'TRANSFER_ILLEGAL_STEP',
    'TRANSFER_VERSION_STALE',
  ]),
  /** Folder of the cloud storage this graduate may upload screenshots to. */
  uploadFolder: defineAction(empty, v.object({ folder: v.string() }), ['DAILY_LIMIT']),
  /** A personal QR for the card desk; good for ten minutes. */
  cardPass,
  ...overAgeActions,
  ...myDataActions,
  deleteMyData: defineAction(empty, done, []),
};
