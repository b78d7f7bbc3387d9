/** A step on paper as everybody sees it who may see the transfer. */
import * as v from 'valibot';
import { OFFLINE_DOERS, OFFLINE_NEEDS, OFFLINE_OPENINGS } from '../domain/rules/rulebook/offline-steps';
import { ROLES } from '../domain/rules/roles';
import { OFFLINE_STATUSES } from '../domain/transfer/offline';

const instant = v.pipe(v.number(), v.integer(), v.minValue(0));

export const offlineView = v.object({
  stepId: v.string(),
  label: v.string(),
  /** One line under it. */
  hint: v.string(),
  opens: v.picklist(OFFLINE_OPENINGS),
  who: v.picklist(OFFLINE_DOERS),
  /** Done at the college's desk, where the graduate shows a QR. */
  atDesk: v.boolean(),
  needs: v.array(v.picklist(OFFLINE_NEEDS)),
  status: v.picklist(OFFLINE_STATUSES),
  /** When it was ticked and by whom; null until then. */
  at: v.nullable(instant),
  by: v.nullable(v.object({ role: v.picklist([...ROLES, 'system']), name: v.string() })),
  /** Of the letter; null without one. */
  number: v.nullable(v.string()),
  /** When the receipt came back; null until then. */
  receiptAt: v.nullable(instant),
});
