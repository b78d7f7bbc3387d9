import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { currentSeason, forCollege, toCurrent } from '../../_shared/season/season';
import { checkText } from '../../_shared/platform/text-check';
import { storedSeason } from './changes/merge';
import { mergeCollege } from './changes/merge-college';
import { putSeason } from './changes/put-season';
import { toCollegeView, toSeasonView } from './changes/view';

/**
 * Saves what a college sets for its own people; their reminders go by it from then on, and nobody else's.
 * `CONFLICT` when the season was saved meanwhile, by whomever.
 */
export const saveCollegeSeason: UseCase<'teacher', 'saveCollegeSeason', CollegeCaller> = async (
  ports,
  { caller, request: { collegeId, version, changes } },
) => {
  const { store, clock } = ports;
  const { account, role } = caller;
  if (!mayActFor(caller, collegeId)) return fail('COLLEGE_UNKNOWN', 'collegeId');
  const checked = await checkText(ports, account, 'changes.announcement', [changes.announcement]);
  if (!checked.ok) return checked;
  const current = await currentSeason(ports);
  if (!current.isOpen) return fail('SEASON_NOT_OPEN');
  return store.transact(async (tx) => {
    const now = clock.now();
    if (!(await tx.get('colleges', collegeId))) return fail('COLLEGE_UNKNOWN', 'collegeId');
    const before = storedSeason(await tx.get('seasons', current.id), current, now);
    if (before.version !== version) return fail('CONFLICT');
    const merged = mergeCollege(before, collegeId, changes, now);
    if (!merged.ok) return merged;
    const after = { ...merged.data, version: version + 1 };
    const { deadlineAt } = forCollege(toCurrent(after), collegeId);
    const facts = { collegeId, deadlineAt, textCheck: checked.data.textCheck };
    const audit = { action: 'save-college-season', actor: actingAs(account, role), facts } as const;
    putSeason(tx, after, { audit, now });
    return ok({ season: toSeasonView(after, collegeId), college: toCollegeView(after, collegeId), now });
  });
};
