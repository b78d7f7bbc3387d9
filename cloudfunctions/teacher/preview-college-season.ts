import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { collegesFor } from './scope';
import { mergeCollege } from './season-changes/merge-college';
import { previewOf } from './season-changes/preview';
import { loadSeason } from './season-changes/view';

/** What a college's own changes would do to its people. Changes nothing. */
export const previewCollegeSeason: UseCase<'teacher', 'previewCollegeSeason', CollegeCaller> = async (
  ports,
  { caller, request: { collegeId, changes } },
) => {
  const [colleges, before] = await Promise.all([collegesFor(ports, caller, collegeId), loadSeason(ports)]);
  if (!colleges.ok) return colleges;
  const after = mergeCollege(before, collegeId, changes, ports.clock.now());
  if (!after.ok) return after;
  return ok(await previewOf(ports, { before, after: after.data }, { collegeId, collegeIds: [collegeId] }));
};
