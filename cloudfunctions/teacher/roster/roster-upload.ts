import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { liesIn, rosterFolderOf } from '../../_shared/transfers/own-files';
import type { Ports } from '../../_shared/platform/ports';
import { takeRosterFile } from '../../_shared/roster/files';
import { isBeingWritten } from '../../_shared/roster/lock';
import { habitsAfter, type Answers } from './answers';
import { lookInto } from './look-into';
import { toRunView } from './run-view';
import { storeRun } from './store-run';

/** The next file with these headings and names is read as this one. */
const rememberAnswers = async (
  { store }: Ports,
  collegeId: string,
  answers: Answers,
  seasonId: string,
): Promise<Result<undefined>> => {
  const isSaid =
    answers.columns.length + answers.branches.length > 0 || answers.graduationMonth !== undefined;
  if (!isSaid) return ok(undefined);
  return store.transact(async (tx) => {
    const [college] = await tx.getMany('colleges', [collegeId]);
    if (college) tx.put('colleges', { ...college, rosterHabits: habitsAfter(college, answers, seasonId) });
    return ok(undefined);
  });
};

/**
 * A dry run over an uploaded file. The college is read before its people, so a change in between makes the plan an older
 * one.
 */
export const rosterUpload: EarlyReader<'teacher', 'rosterUpload', CollegeCaller> = readingEarly(
  ({ store }, { collegeId }) => store.get('colleges', collegeId),
  async (ports, { caller, request: { fileId, answers } }, college) => {
    if (!liesIn(rosterFolderOf(caller.account._id), fileId)) return fail('FILE_FOREIGN', 'fileId');
    const bytes = await takeRosterFile(ports, fileId);
    if (!college || !mayActFor(caller, college._id)) return fail('COLLEGE_UNKNOWN', 'collegeId');
    if (isBeingWritten(college)) return fail('CONFLICT');
    if (!bytes) return fail('FILE_MISSING', 'fileId');
    const looked = await lookInto(ports, caller, college, { bytes, answers });
    if (!looked.ok) return looked;
    const { findings, plan, seasonId } = looked.data;
    const run = await storeRun(ports, college, plan, findings);
    const remembered = await rememberAnswers(ports, college._id, answers, seasonId);
    return remembered.ok ? ok({ run: await toRunView(ports, run), now: ports.clock.now() }) : remembered;
  },
);
