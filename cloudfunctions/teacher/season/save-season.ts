import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { currentSeason } from '../../_shared/season/season';
import { checkText } from '../../_shared/platform/text-check';
import { mergeChanges, storedSeason } from './changes/merge';
import { putSeason } from './changes/put-season';
import { toSeasonView } from './changes/view';

/** Saves the season; reminders go by it from then on. `CONFLICT` when it was saved meanwhile. */
export const saveSeason: UseCase<'teacher', 'saveSeason', CollegeCaller> = async (
  ports,
  { caller: { account, role }, request: { version, changes } },
) => {
  const { store, clock } = ports;
  const texts = [changes.announcement, changes.name];
  const checked = await checkText(ports, account, 'changes.announcement', texts);
  if (!checked.ok) return checked;
  const current = await currentSeason(ports);
  if (!current.isOpen) return fail('SEASON_NOT_OPEN');
  return store.transact(async (tx) => {
    const now = clock.now();
    const before = storedSeason(await tx.get('seasons', current.id), current, now);
    if (before.version !== version) return fail('CONFLICT');
    const merged = mergeChanges(before, changes, now);
    if (!merged.ok) return merged;
    const after = { ...merged.data, version: version + 1 };
    const { rulebookId, deadlineAt } = after;
    const facts = { rulebookId, deadlineAt, textCheck: checked.data.textCheck };
    const audit = { action: 'save-season', actor: actingAs(account, role), facts } as const;
    putSeason(tx, after, { audit, now });
    return ok({ season: toSeasonView(after), now });
  });
};
