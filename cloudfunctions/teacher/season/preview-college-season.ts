import { fail, ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { branchIdsOf } from '../../_shared/store/branches';
import { mergeCollege } from './changes/merge-college';
import { previewOf } from './changes/preview';
import { loadSeason } from './changes/view';

/** What a college's own changes would do to its people. Changes nothing. */
export const previewCollegeSeason: EarlyReader<'teacher', 'previewCollegeSeason', CollegeCaller> =
  readingEarly(
    (ports, { collegeId }) =>
      Promise.all([
        ports.store.get('colleges', collegeId),
        branchIdsOf(ports, [collegeId]),
        loadSeason(ports),
      ]),
    async (ports, { caller, request: { collegeId, changes } }, [college, branches, before]) => {
      if (!college || !mayActFor(caller, collegeId)) return fail('COLLEGE_UNKNOWN', 'collegeId');
      const after = mergeCollege(before, collegeId, changes, ports.clock.now());
      if (!after.ok) return after;
      return ok(await previewOf(ports, { before, after: after.data }, { collegeId, branches }));
    },
  );
