import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import { ALL_COLLEGES, type CollegeCaller } from '../_shared/identity';
import { allColleges } from '../_shared/people/branches';
import { BOARD } from '../_shared/policy';
import type { Ports } from '../_shared/ports';
import type { College, Export } from '../_shared/records';
import { toListedExport } from './exports/view';
import { toRunView } from './roster/run-view';
import { collegesFor } from './scope';

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

const rosterOf = async (ports: Ports, { _id: collegeId, name }: College) => {
  const { store } = ports;
  const [members, branches, run] = await Promise.all([
    store.count('members', { collegeId }),
    store.find('branches', { where: { collegeId }, orderBy: ['name', 'asc'], limit: BOARD.branches }),
    latestRun(ports, collegeId),
  ]);
  return {
    college: { id: collegeId, name },
    colleges: [],
    members,
    branches: branches.map((branch) => ({
      id: branch._id,
      name: branch.name,
      inviteCode: branch.inviteCode,
      secretaries: branch.secretaries.map((secretary) => secretary.name),
    })),
    run,
  };
};

const allRosters = async (ports: Ports) => ({
  college: null,
  colleges: (await allColleges(ports)).map(({ _id: id, name }) => ({ id, name })),
  members: 0,
  branches: [],
  run: null,
});

/** Where a college's roster stands: its branches with their codes, the latest import, and the lists made of it. */
export const roster: UseCase<'teacher', 'roster', CollegeCaller> = async (
  ports,
  { caller, request: { collegeId } },
) => {
  const isAll = collegeId === undefined && caller.role === 'committee';
  const colleges = isAll ? ok([]) : await collegesFor(ports, caller, collegeId);
  if (!colleges.ok) return colleges;
  const [college] = colleges.data;
  const [view, exports] = await Promise.all([
    college ? rosterOf(ports, college) : allRosters(ports),
    exportsOf(ports, caller, college?._id ?? ALL_COLLEGES),
  ]);
  return ok({ ...view, exports: exports.map(toListedExport), now: ports.clock.now() });
};
