import { fail, ok } from '../../miniprogram/domain/errors';
import { putAudit } from '../_shared/audit';
import type { UseCase } from '../_shared/entry';
import { actingAs, type CollegeCaller } from '../_shared/identity';
import { everyBranchId } from '../_shared/people/branches';
import { currentSeason, forCollege, toCurrent } from '../_shared/season';
import { checkText } from '../_shared/text-check';
import { mergeChanges, storedSeason } from './season-changes/merge';
import { movesReminders, replanBranches } from './season-changes/replan';
import { toSeasonView } from './season-changes/view';

/** Saves the season; the timer then plans everybody's reminders anew. `CONFLICT` when it was saved meanwhile. */
export const saveSeason: UseCase<'teacher', 'saveSeason', CollegeCaller> = async (
  ports,
  { caller: { account, role }, request: { version, changes } },
) => {
  const { store, clock } = ports;
  const texts = [changes.announcement, changes.name];
  const checked = await checkText(ports, account._id, 'changes.announcement', texts);
  if (!checked.ok) return checked;
  const [current, branches] = await Promise.all([currentSeason(ports), everyBranchId(ports)]);
  return store.transact(async (tx) => {
    const now = clock.now();
    const before = storedSeason(await tx.get('seasons', current.id), current, now);
    if (before.version !== version) return fail('CONFLICT');
    const merged = mergeChanges(before, changes, now);
    if (!merged.ok) return merged;
    const after = { ...merged.data, version: version + 1 };
    tx.put('seasons', after);
    const isMoving = movesReminders(forCollege(toCurrent(before), null), forCollege(toCurrent(after), null));
    const replan = isMoving
      ? await replanBranches(tx, after._id, branches, now)
      : await tx.get('replans', after._id);
    const { textCheck } = checked.data;
    putAudit(tx, {
      subjectId: `season-${after._id}`,
      key: after.version,
      action: 'save-season',
      actor: actingAs(account, role),
      at: now,
      facts: { rulebookId: after.rulebookId, deadlineAt: after.deadlineAt, textCheck },
    });
    return ok({ season: toSeasonView(after, replan), now });
  });
};
