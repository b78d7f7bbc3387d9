import { fail, ok } from '../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../_shared/entry';
import { mayActFor, type CollegeCaller } from '../_shared/identity';
import { branchIdsOf } from '../_shared/people/branches';
import { mergeCollege } from './season-changes/merge-college';
import { previewOf } from './season-changes/preview';
import { loadSeason } from './season-changes/view';

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
