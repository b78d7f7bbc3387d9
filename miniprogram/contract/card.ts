/** The card desk: the college stamps the 《团员证》 of whoever shows their personal QR. */
import * as v from 'valibot';
import { TRANSFER_STATES } from '../domain/transfer/states';
import { defineAction } from './define';
import { empty, id, instant, line, text, version } from './parts';

/**
 * What is still missing before the 《团员证》 can be stamped. no-transfer: nothing begun; not-accepted: has not arrived
 * yet; screenshot: no picture of the transfer; no-card: this way has no such step; done: stamped already.
 */
export const CARD_GAPS = ['no-transfer', 'not-accepted', 'screenshot', 'no-card', 'done'] as const;
const gaps = v.array(v.picklist(CARD_GAPS));

/** Where the college stamps, and when; the hours in its own words. */
const office = v.strictObject({ place: line(40), hours: v.nullable(text(60)) });

const cardPerson = v.object({
  memberId: id,
  name: v.string(),
  studentNumber: v.string(),
  branchName: v.string(),
  transferId: v.nullable(v.string()),
  version: v.nullable(version),
  state: v.nullable(v.picklist(TRANSFER_STATES)),
  missing: gaps,
  /** Whether `cardDone` may be called now; a missing screenshot is the teacher's to judge. */
  ready: v.boolean(),
  acceptedAt: v.nullable(instant),
  doneAt: v.nullable(instant),
});

const moved = v.object({ version, state: v.picklist(TRANSFER_STATES) });
const target = v.strictObject({ transferId: id, version });
const ERRORS = ['NOT_FOUND', 'TRANSFER_ILLEGAL_STEP', 'TRANSFER_VERSION_STALE'] as const;

export const cardActions = {
  /**
   * By what a personal QR holds, or by what the person says: name, student number, or the eight digits under the QR.
   * People of other colleges are not found.
   */
  cardLookup: defineAction(
    v.union([v.strictObject({ token: line(200) }), v.strictObject({ search: line(32) })]),
    v.object({ people: v.array(cardPerson), more: v.boolean(), now: instant }),
    ['NOT_FOUND', 'CARD_PASS_INVALID', 'CARD_PASS_EXPIRED'],
  ),
  cardDone: defineAction(target, moved, ERRORS),
  /** Takes a `cardDone` back that was meant for somebody else. */
  cardUndo: defineAction(target, moved, ERRORS),
  /** The caller's college; the committee has none. */
  cardOffice: defineAction(empty, v.object({ office: v.nullable(office) }), ['COLLEGE_UNKNOWN']),
  saveCardOffice: defineAction(
    v.strictObject({ office: v.nullable(office) }),
    v.object({ office: v.nullable(office) }),
    ['COLLEGE_UNKNOWN', 'TEXT_REJECTED'],
  ),
};

/**
 * The graduate's side: everything the page shows. A pass is given only while the card can be stamped. `transferId` is the
 * one the phone remembers, so that it is read while the cloud finds out who asks; the answer is about their own.
 */
export const cardPass = defineAction(
  v.strictObject({ transferId: v.optional(id) }),
  v.object({
    person: v.object({ name: v.string(), studentNumber: v.string(), branchName: v.string() }),
    college: v.object({ name: v.string(), teacherName: v.nullable(v.string()), office: v.nullable(office) }),
    pass: v.nullable(
      v.object({
        /** What the personal QR holds. */
        token: v.string(),
        /** What to say when it cannot be scanned. */
        digits: v.string(),
        expiresAt: instant,
      }),
    ),
    missing: gaps,
    state: v.nullable(v.picklist(TRANSFER_STATES)),
    screenshots: v.array(v.object({ fileId: v.string(), url: v.string() })),
    doneAt: v.nullable(instant),
    now: instant,
  }),
  [],
);
