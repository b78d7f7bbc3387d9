/** The card desk: the college stamps the 《团员证》 of whoever shows their personal QR. */
import * as v from 'valibot';
import { TRANSFER_STATES } from '../model';
import { defineAction } from './define';
import { id, instant, text, version } from './parts';

/**
 * What is still missing before the 《团员证》 can be stamped. no-transfer: nothing begun; not-accepted: has not arrived
 * yet; screenshot: no picture of the transfer; no-card: this way has no such step; done: stamped already.
 */
export const CARD_GAPS = ['no-transfer', 'not-accepted', 'screenshot', 'no-card', 'done'] as const;
export const gaps = v.array(v.picklist(CARD_GAPS));

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
  /** By the token of a personal QR, or by name or student number; people of other colleges are not found. */
  cardLookup: defineAction(
    v.union([v.strictObject({ token: text(200) }), v.strictObject({ search: text(32) })]),
    v.object({ people: v.array(cardPerson), more: v.boolean(), now: instant }),
    ['NOT_FOUND', 'CARD_PASS_INVALID', 'CARD_PASS_EXPIRED'],
  ),
  cardDone: defineAction(target, moved, ERRORS),
  /** Takes a `cardDone` back that was meant for somebody else. */
  cardUndo: defineAction(target, moved, ERRORS),
};

/** The graduate's side. */
export const cardPass = defineAction(
  v.strictObject({}),
  v.object({
    /** What the personal QR holds; null while there is no transfer. */
    token: v.nullable(v.string()),
    expiresAt: v.nullable(instant),
    missing: gaps,
    now: instant,
  }),
  [],
);
