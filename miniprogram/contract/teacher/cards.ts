/** The card desk: the college stamps the 《团员证》 of whoever shows their personal QR. */
import * as v from 'valibot';
import { SHOWN_STATES } from '../../domain/transfer/shown-state';
import { gaps, office } from '../card';
import { defineAction } from '../define';
import { TICK_ERRORS, ticked, ticking } from '../offline';
import { offlineView } from '../offline-view';
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
  /** Whether the step at the desk can be ticked now; a missing screenshot is the teacher's to judge. */
  ready: v.boolean(),
  /** Everything on paper, the step at the desk among it. */
  offline: v.array(offlineView),
  acceptedAt: v.nullable(instant),
  doneAt: v.nullable(instant),
});

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
  /** Ticks what is done on paper for somebody of the college, or takes it back. */
  tickOffline: defineAction(v.strictObject({ transferId: id, ...ticking }), ticked, TICK_ERRORS),
  /** The caller's college; the committee has none. */
  cardOffice: defineAction(empty, v.object({ office: v.nullable(office) }), ['COLLEGE_UNKNOWN']),
  saveCardOffice: defineAction(
    v.strictObject({ office: v.nullable(office) }),
    v.object({ office: v.nullable(office) }),
    ['COLLEGE_UNKNOWN', 'TEXT_REJECTED'],
  ),
};
