import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { formatChina } from '../../../miniprogram/domain/calendar/china-time';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { liesIn, rosterFolderOf } from '../../_shared/transfers/own-files';
import { branchesOf } from '../../_shared/store/branches';
import { rosterByNumber } from '../../_shared/people/find-people';
import type { Ports } from '../../_shared/platform/ports';
import type { College } from '../../_shared/store/records';
import { takeRosterFile } from '../../_shared/roster/files';
import { ROSTER_FILE_MOST } from '../../_shared/roster/limits';
import { isBeingWritten } from '../../_shared/roster/lock';
import { currentSeason } from '../../_shared/season/season';
import { branchSpellings } from './branch-spellings';
import { checkNames, type CheckedPlan } from './check-names';
import type { RosterNote } from './notes';
import { planImport } from './plan-import';
import { headingOf, inOrder, readTable, type TableFindings } from './read-table';
import { toRunView } from './run-view';
import { storeRun } from './store-run';

const planFor = async (
  ports: Ports,
  { account }: CollegeCaller,
  college: College,
  { good, bad }: TableFindings,
): Promise<{ plan: CheckedPlan; spellings: RosterNote[] }> => {
  const [members, branches] = await Promise.all([
    rosterByNumber(
      ports,
      college._id,
      good.map(({ typedNumber }) => typedNumber),
    ),
    branchesOf(ports, college._id),
  ]);
  const plan = await checkNames(ports, account._id, good, planImport(good, college, { members, branches }));
  const planned = plan.bad.map((one) => ({ ...one, field: headingOf(one.field) }));
  const sheets = [...new Set([...bad, ...good].map(({ sheet = '' }) => sheet))];
  return {
    plan: { ...plan, bad: inOrder([...bad, ...planned], sheets) },
    spellings: branchSpellings(
      plan.newBranches.map(({ name }) => name),
      branches.map(({ name }) => name),
    ),
  };
};

/** A table without months of graduation is one of those who leave in this season. */
const graduationOf = async (ports: Ports): Promise<string> =>
  formatChina((await currentSeason(ports)).deadlineAt, 'YYYY-MM');

const findingsOf = async (ports: Ports, bytes: Buffer): Promise<Result<TableFindings>> => {
  const { readWorkbook } = await import('../lazy/spreadsheets');
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return workbook;
  const findings = readTable(workbook.data, await graduationOf(ports));
  return findings.rows > ROSTER_FILE_MOST.rows
    ? fail('FILE_TOO_LARGE', 'fileId', ROSTER_FILE_MOST)
    : ok(findings);
};

/**
 * A dry run over an uploaded file. The college is read before its people, so a change in between makes the plan an older
 * one.
 */
export const rosterUpload: EarlyReader<'teacher', 'rosterUpload', CollegeCaller> = readingEarly(
  ({ store }, { collegeId }) => store.get('colleges', collegeId),
  async (ports, { caller, request: { fileId } }, college) => {
    if (!liesIn(rosterFolderOf(caller.account._id), fileId)) return fail('FILE_FOREIGN', 'fileId');
    const bytes = await takeRosterFile(ports, fileId);
    if (!college || !mayActFor(caller, college._id)) return fail('COLLEGE_UNKNOWN', 'collegeId');
    if (isBeingWritten(college)) return fail('CONFLICT');
    if (!bytes) return fail('FILE_MISSING', 'fileId');
    const findings = await findingsOf(ports, bytes);
    if (!findings.ok) return findings;
    const { rows, notes } = findings.data;
    const { plan, spellings } = await planFor(ports, caller, college, findings.data);
    const run = await storeRun(ports, college, plan, { rows, notes: [...spellings, ...notes] });
    return ok({ run: await toRunView(ports, run), now: ports.clock.now() });
  },
);
