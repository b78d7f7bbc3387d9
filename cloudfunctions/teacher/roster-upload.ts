import { fail, ok } from '../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../_shared/entry';
import { mayActFor, type CollegeCaller } from '../_shared/identity';
import { liesIn, rosterFolderOf } from '../_shared/own-files';
import { branchesOf } from '../_shared/people/branches';
import { membersByNumber } from '../_shared/people/find-people';
import type { Ports } from '../_shared/ports';
import type { College } from '../_shared/records';
import { isBeingWritten } from '../_shared/roster/lock';
import { checkNames, type CheckedPlan } from './roster/check-names';
import { planImport } from './roster/plan-import';
import { readFile } from './roster/read-file';
import { headingOf, readTable, type TableFindings } from './roster/read-table';
import { toRunView } from './roster/run-view';
import { storeRun } from './roster/store-run';

const planFor = async (
  ports: Ports,
  { account }: CollegeCaller,
  college: College,
  { good, bad }: TableFindings,
): Promise<CheckedPlan> => {
  const [members, branches] = await Promise.all([
    membersByNumber(
      ports,
      good.map(({ typedNumber }) => typedNumber),
    ),
    branchesOf(ports, college._id),
  ]);
  const plan = await checkNames(ports, account._id, good, planImport(good, college, { members, branches }));
  const planned = plan.bad.map((one) => ({ ...one, field: headingOf(one.field) }));
  return { ...plan, bad: [...bad, ...planned].sort((a, b) => a.row - b.row) };
};

/**
 * A dry run over an uploaded file. The file goes as soon as it is read: it may hold what nobody asked for. The college
 * is read before its people, so a change in between makes the plan an older one.
 */
export const rosterUpload: EarlyReader<'teacher', 'rosterUpload', CollegeCaller> = readingEarly(
  ({ store }, { collegeId }) => store.get('colleges', collegeId),
  async (ports, { caller, request: { fileId } }, college) => {
    const { files, clock } = ports;
    if (!college || !mayActFor(caller, college._id)) return fail('COLLEGE_UNKNOWN', 'collegeId');
    if (!liesIn(rosterFolderOf(caller.account._id), fileId)) return fail('FILE_FOREIGN', 'fileId');
    if (isBeingWritten(college)) return fail('CONFLICT');
    const bytes = await files.download(fileId);
    if (!bytes) return fail('FILE_UNREADABLE', 'fileId');
    const table = await readFile(bytes);
    await files.remove([fileId]);
    if (!table.ok) return table;
    const findings = readTable(table.data);
    const plan = await planFor(ports, caller, college, findings);
    const run = await storeRun(ports, college, plan, findings.rows);
    return ok({ run: await toRunView(ports, run), now: clock.now() });
  },
);
