/** How every change of a season is stored, whoever made it. */
import { putAudit, type AuditEntry } from '../../../_shared/events/audit';
import type { Transaction } from '../../../_shared/store/ports';
import type { Season } from '../../../_shared/store/records';

/** With its audit entry. Reminders follow from the season as it is when their hour comes: nothing else changes. */
export const putSeason = (
  tx: Transaction,
  after: Season,
  { audit, now }: { audit: Pick<AuditEntry, 'action' | 'actor' | 'facts'>; now: number },
): void => {
  tx.put('seasons', after);
  putAudit(tx, { subjectId: `season-${after._id}`, key: after.version, at: now, ...audit });
};
