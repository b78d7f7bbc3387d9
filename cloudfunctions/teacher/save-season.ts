import { fail, ok } from '../../miniprogram/domain/errors';
import { putAudit } from '../_shared/audit';
import type { UseCase } from '../_shared/entry';
import { actingAs, type CollegeCaller } from '../_shared/identity';
import { everyBranchId } from '../_shared/people/branches';
import type { Replan, Season } from '../_shared/records';
import { currentSeason } from '../_shared/season';
import { checkText } from '../_shared/text-check';
import { mergeChanges, storedSeason } from './season-changes/merge';
import { toSeasonView } from './season-changes/view';

/** Whether anybody's reminders can be at another time afterwards. */
const movesReminders = (before: Season, after: Season): boolean =>
  before.rulebookId !== after.rulebookId ||
  before.deadlineAt !== after.deadlineAt ||
  JSON.stringify(before.quietHours) !== JSON.stringify(after.quietHours);

/** Saves the season; the timer then plans everybody's reminders anew. `CONFLICT` when it was saved meanwhile. */
export const saveSeason: UseCase<'teacher', 'saveSeason', CollegeCaller> = async (
  ports,
  { caller: { account, role }, request: { version, changes } },
) => {
  const { store, clock } = ports;
  const texts = [changes.announcement, changes.name];
  const checked = await checkText(ports, account._id, 'changes.announcement', texts);
  if (!checked.ok) return checked;
  const [current, left] = await Promise.all([currentSeason(ports), everyBranchId(ports)]);
  return store.transact(async (tx) => {
    const now = clock.now();
    const before = storedSeason(await tx.get('seasons', current.id), current, now);
    if (before.version !== version) return fail('CONFLICT');
    const merged = mergeChanges(before, changes, now);
    if (!merged.ok) return merged;
    const after = { ...merged.data, version: version + 1 };
    tx.put('seasons', after);
    const total = left.length;
    const fresh: Replan = { _id: after._id, recordVersion: 1, left, total, startedAt: now, leaseUntil: 0 };
    const isMoving = movesReminders(before, after) && total > 0;
    if (isMoving) tx.put('replans', fresh);
    const replan = isMoving ? fresh : await tx.get('replans', after._id);
    const subjectId = `season-${after._id}`;
    const { textCheck } = checked.data;
    const facts = { rulebookId: after.rulebookId, deadlineAt: after.deadlineAt, textCheck };
    putAudit(tx, {
      subjectId,
      key: after.version,
      action: 'save-season',
      actor: actingAs(account, role),
      at: now,
      facts,
    });
    return ok({ season: toSeasonView(after, replan), now });
  });
};
