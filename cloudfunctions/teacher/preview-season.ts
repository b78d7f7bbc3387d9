import { ok } from '../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { allCollegeIds, branchIdsOf } from '../_shared/people/branches';
import { mergeChanges } from './season-changes/merge';
import { previewOf } from './season-changes/preview';
import { loadSeason } from './season-changes/view';

/** What saving these changes would do. Changes nothing. */
export const previewSeason: EarlyReader<'teacher', 'previewSeason', CollegeCaller> = readingEarly(
  (ports) => Promise.all([loadSeason(ports), allCollegeIds(ports)]),
  async (ports, { request: { changes } }, [before, collegeIds]) => {
    const after = mergeChanges(before, changes, ports.clock.now());
    if (!after.ok) return after;
    const branches = await branchIdsOf(ports, collegeIds);
    return ok(await previewOf(ports, { before, after: after.data }, { collegeId: null, branches }));
  },
);
