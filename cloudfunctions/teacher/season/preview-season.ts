import { ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { allCollegeIds, branchIdsOf } from '../../_shared/store/branches';
import { mergeChanges } from './changes/merge';
import { previewOf } from './changes/preview';
import { loadSeason } from './changes/view';

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
