import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { ALL_COLLEGES } from '../../_shared/kernel/actor';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { allColleges } from '../../_shared/store/branches';
import { BOARD } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Export } from '../../_shared/store/records';
import { toListedExport } from '../exports/view';
import { latestReconcile, toConfirmIn } from '../reconcile/run-view';
import { allOf } from '../../_shared/transfers/figures/head-sums';
import { headsOf, readKept } from '../../_shared/transfers/figures/heads';
import { toRunView } from './run-view';

/** More lists than this nobody makes of one college in a day. */
const LISTS = 30;

const exportsOf = async (
  { store, clock }: Ports,
  { account }: CollegeCaller,
  scopeId: string,
): Promise<Export[]> => {
  const where = { accountId: account._id, scopeId };
  const made = await store.find('exports', { where, orderBy: ['createdAt', 'desc'], limit: LISTS });
  return made.filter(({ expiresAt }) => expiresAt > clock.now());
};

/** The run made last, unless it has expired: one that is being written never does. */
const latestRun = async (ports: Ports, collegeId: string) => {
  const { store, clock } = ports;
  const [run] = await store.find('rosterRuns', {
    where: { collegeId },
    orderBy: ['createdAt', 'desc'],
    limit: 1,
  });
  const isThere = run && (run.state === 'applying' || run.expiresAt > clock.now());
  return isThere ? toRunView(ports, run) : null;
};

/** What is left to confirm of the college's last 对账; null when nothing is. */
const waitingReconcile = async (ports: Ports, collegeId: string) => {
  const run = await latestReconcile(ports, collegeId);
  const arrived = run ? toConfirmIn(run) : 0;
  return run && arrived > 0 ? { arrived, createdAt: run.createdAt } : null;
};

const rosterOf = async (ports: Ports, collegeId: string) => {
  const { store } = ports;
  const [college, kept, branches, run, reconcile] = await Promise.all([
    store.get('colleges', collegeId),
    readKept(ports, [collegeId]),
    store.find('branches', { where: { collegeId }, orderBy: ['name', 'asc'], limit: BOARD.branches }),
    latestRun(ports, collegeId),
    waitingReconcile(ports, collegeId),
  ]);
  if (!college) return undefined;
  return {
    college: { id: collegeId, name: college.name },
    colleges: [],
    members: allOf(await headsOf(ports, college, kept)),
    branches: branches.map((branch) => ({
      id: branch._id,
      name: branch.name,
      inviteCode: branch.inviteCode,
      secretaries: branch.secretaries.map((secretary) => secretary.name),
    })),
    run,
    reconcile,
  };
};

const allRosters = async (ports: Ports) => ({
  college: null,
  colleges: (await allColleges(ports)).map(({ _id: id, name }) => ({ id, name })),
  members: 0,
  branches: [],
  run: null,
  reconcile: null,
});

/** Where a college's roster stands: its branches with their codes, the latest import, and the lists made of it. */
export const roster: UseCase<'teacher', 'roster', CollegeCaller> = async (
  ports,
  { caller, request: { collegeId = caller.scopeId } },
) => {
  if (!mayActFor(caller, collegeId)) return fail('COLLEGE_UNKNOWN', 'collegeId');
  const [view, exports] = await Promise.all([
    collegeId === ALL_COLLEGES ? allRosters(ports) : rosterOf(ports, collegeId),
    exportsOf(ports, caller, collegeId),
  ]);
  if (!view) return fail('COLLEGE_UNKNOWN', 'collegeId');
  return ok({ ...view, exports: exports.map(toListedExport), now: ports.clock.now() });
};
