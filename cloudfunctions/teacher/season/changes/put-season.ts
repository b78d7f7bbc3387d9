/** How every change of a season is stored, whoever made it. */
import { putAudit, type AuditEntry } from '../../../_shared/events/audit';
import type { Transaction } from '../../../_shared/store/ports';
import type { Replan, Season } from '../../../_shared/store/records';
import { forCollege, movesReminders, toCurrent } from '../../../_shared/season/season';
import { replanBranches } from './replan';

interface SeasonChange {
  readonly before: Season;
  readonly after: Season;
  /** Whose people it is about; null for everybody's. */
  readonly collegeId: string | null;
  /** Branches of those people. */
  readonly branches: readonly string[];
  readonly audit: Pick<AuditEntry, 'action' | 'actor' | 'facts'>;
  readonly now: number;
}

/** With its audit entry; where reminders move, the timer is to plan them anew. Resolves to what it still has to do. */
export const putSeason = async (
  tx: Transaction,
  { before, after, collegeId, branches, audit, now }: SeasonChange,
): Promise<Replan | undefined> => {
  tx.put('seasons', after);
  putAudit(tx, { subjectId: `season-${after._id}`, key: after.version, at: now, ...audit });
  return movesReminders(forCollege(toCurrent(before), collegeId), forCollege(toCurrent(after), collegeId))
    ? replanBranches(tx, after._id, branches, now)
    : tx.get('replans', after._id);
};
