/** The card desk: the college stamps the 《团员证》 of whoever shows their personal QR. */
import * as v from 'valibot';
import { SHOWN_STATES } from '../../domain/transfer/shown-state';
import { TRANSFER_STATES } from '../../domain/transfer/states';
import { gaps, office } from '../card';
import { defineAction } from '../define';
import { empty, id, instant, line, version } from '../parts';

const cardPerson = v.object({
  memberId: id,
  name: v.string(),
  studentNumber: v.string(),
  branchName: v.string(),
  transferId: v.nullable(v.string()),
  version: v.nullable(version),
  /** The state with who in the school acted. */
  shown: v.picklist(SHOWN_STATES),
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
