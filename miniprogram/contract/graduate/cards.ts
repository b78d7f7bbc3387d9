/** The graduate's 《团员证》: what is missing, and the personal QR for the card desk. */
import * as v from 'valibot';
import { TAKERS } from '../../domain/rules/rulebook/index';
import { TRANSFER_STATES } from '../../domain/transfer/states';
import { gaps, office } from '../card';
import { offlineView } from '../offline-view';
import { defineAction } from '../define';
import { id, instant } from '../parts';

export const cardActions = {
  /**
   * Everything the page shows. A personal QR, good for ten minutes, is given only while the card can be stamped.
   * `transferId` is the one the phone remembers, so that it is read while the cloud finds out who asks; the answer is
   * about their own.
   */
  cardPass: defineAction(
    v.strictObject({ transferId: v.optional(id) }),
    v.object({
      person: v.object({ name: v.string(), studentNumber: v.string(), branchName: v.string() }),
      college: v.object({
        name: v.string(),
        teacherName: v.nullable(v.string()),
        office: v.nullable(office),
      }),
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
      /** Everything on paper, what is done at the desk among it. */
      offline: v.optional(v.array(offlineView)),
      /** Of the transfer, for a tick; null without one. */
      version: v.optional(v.nullable(v.number())),
      state: v.nullable(v.picklist(TRANSFER_STATES)),
      /** Who brings the way to its end; null without one. */
      taker: v.optional(v.nullable(v.picklist(TAKERS))),
      screenshots: v.array(v.object({ fileId: v.string(), url: v.string() })),
      doneAt: v.nullable(instant),
      now: instant,
    }),
    [],
  ),
};
