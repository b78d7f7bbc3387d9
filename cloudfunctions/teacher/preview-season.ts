import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { allColleges } from '../_shared/people/branches';
import { mergeChanges } from './season-changes/merge';
import { previewOf } from './season-changes/preview';
import { loadSeason } from './season-changes/view';

/** What saving these changes would do. Changes nothing. */
export const previewSeason: UseCase<'teacher', 'previewSeason', CollegeCaller> = async (
  ports,
  { request: { changes } },
) => {
  const before = await loadSeason(ports);
  const after = mergeChanges(before, changes, ports.clock.now());
  if (!after.ok) return after;
  const collegeIds = (await allColleges(ports)).map(({ _id }) => _id);
  return ok(await previewOf(ports, { before, after: after.data }, { collegeId: null, collegeIds }));
};
