import { nextSeasonDeadline, seasonDeadlineOf } from '../../miniprogram/domain/deadline';
import { fail, ok } from '../../miniprogram/domain/errors';
import { rulebookOf } from '../../miniprogram/rulebooks';
import { putAudit } from '../_shared/audit';
import type { UseCase } from '../_shared/entry';
import { actingAs, type CollegeCaller } from '../_shared/identity';
import { everyBranchId } from '../_shared/people/branches';
import { checkText } from '../_shared/text-check';
import { replanBranches } from './season-changes/replan';

/**
 * Opens a season, or changes the open one's name and rulebook. An id such as `2026` sets the deadline's year.
 * The timer then plans everybody's reminders for it.
 */
export const openSeason: UseCase<'teacher', 'openSeason', CollegeCaller> = async (
  ports,
  { caller: { account, role }, request: { id, name, rulebookId } },
) => {
  const { store, clock } = ports;
  const rulebook = rulebookOf(rulebookId);
  if (!rulebook) return fail('NOT_FOUND', 'rulebookId');
  if (!/^[\w-]+$/.test(id)) return fail('BAD_REQUEST', 'id');
  const [checked, branches] = await Promise.all([
    checkText(ports, account._id, 'name', [name]),
    everyBranchId(ports),
  ]);
  if (!checked.ok) return checked;
  return store.transact(async (tx) => {
    const now = clock.now();
    const year = /^20\d{2}/.exec(id)?.[0];
    const deadlineAt = year ? seasonDeadlineOf(rulebook, Number(year)) : nextSeasonDeadline(rulebook, now);
    const before = await tx.get('seasons', id);
    const { version = 0, deadlineOverridden = false, quietHours = null, announcement = null } = before ?? {};
    const { colleges = {} } = before ?? {};
    tx.put('seasons', {
      _id: id,
      recordVersion: 2,
      name,
      rulebookId,
      deadlineAt: before && deadlineOverridden ? before.deadlineAt : deadlineAt,
      openedAt: now,
      version: version + 1,
      deadlineOverridden,
      quietHours,
      announcement,
      colleges,
      purgedAt: null,
    });
    await replanBranches(tx, id, branches, now);
    const actor = actingAs(account, role);
    putAudit(tx, {
      subjectId: `season-${id}`,
      key: now,
      action: 'open-season',
      actor,
      at: now,
      facts: { rulebookId, ...checked.data },
    });
    return ok({ deadlineAt });
  });
};
