/** Reads for the board: counters, names, and counts of the roster by index. */
import type { Response } from '../../../miniprogram/domain/contract';
import { inParallel } from '../../_shared/in-parallel';
import { BOARD } from '../../_shared/policy';
import type { Ports } from '../../_shared/ports';
import type { College } from '../../_shared/records';
import type { CurrentSeason } from '../../_shared/season';
import { threeFigures, totalsOf, type Totals } from './totals';

type Board = Response<'teacher', 'board'>;

/** People of the roster, and those of them without a transfer by how far they are. */
export interface MemberCounts {
  readonly all: number;
  readonly bind: number;
  readonly login: number;
  readonly choose: number;
}

export interface Figures {
  readonly totals: Totals;
  readonly members: MemberCounts;
  readonly byBranch: Board['byBranch'];
  readonly byCollege: Board['byCollege'];
}

type Reads = Pick<Ports, 'store'>;

const countMembers = async ({ store }: Reads, collegeId: string): Promise<MemberCounts> => {
  const idle = { collegeId, startedIn: null };
  const [all, notStarted, bind, notLoggedIn, neither] = await Promise.all([
    store.count('members', { collegeId }),
    store.count('members', idle),
    store.count('members', { ...idle, accountId: null }),
    store.count('members', { ...idle, loginConfirmedAt: null }),
    store.count('members', { ...idle, accountId: null, loginConfirmedAt: null }),
  ]);
  const login = notLoggedIn - neither;
  return { all, bind, login, choose: notStarted - bind - login };
};

const plus = (a: MemberCounts, b: MemberCounts): MemberCounts => ({
  all: a.all + b.all,
  bind: a.bind + b.bind,
  login: a.login + b.login,
  choose: a.choose + b.choose,
});

/** One college: its sixteen shards, its branches, and one count for each branch. */
export const collegeFigures = async (
  ports: Reads,
  { _id: collegeId }: College,
  season: CurrentSeason,
): Promise<Figures> => {
  const { store } = ports;
  const [tallies, branches, members] = await Promise.all([
    store.find('tallies', { where: { seasonId: season.id, collegeId }, limit: BOARD.tallies }),
    store.find('branches', { where: { collegeId }, orderBy: ['name', 'asc'], limit: BOARD.branches }),
    countMembers(ports, collegeId),
  ]);
  const counts = await inParallel(
    branches.map(
      ({ _id: branchId }) =>
        () =>
          store.count('members', { branchId }),
    ),
    BOARD.parallelCounts,
  );
  const totals = totalsOf(tallies);
  const byBranch = branches.map(({ _id: id, name }, index) => ({
    id,
    name,
    members: counts[index] ?? 0,
    ...threeFigures(totals.cells.filter(({ branchId }) => branchId === id)),
  }));
  return { totals, members, byBranch, byCollege: [] };
};

/** All colleges: their shards in one query, and the counts of each. */
export const universityFigures = async (
  ports: Reads,
  colleges: readonly College[],
  season: CurrentSeason,
): Promise<Figures> => {
  const { store } = ports;
  const [tallies, counts] = await Promise.all([
    store.find('tallies', { where: { seasonId: season.id }, limit: BOARD.tallies }),
    inParallel(
      colleges.map(
        ({ _id }) =>
          () =>
            countMembers(ports, _id),
      ),
      BOARD.parallelCounts,
    ),
  ]);
  const totals = totalsOf(tallies);
  const byCollege = colleges.map(({ _id: id, name }, index) => ({
    id,
    name,
    members: counts[index]?.all ?? 0,
    ...threeFigures(totals.cells.filter(({ collegeId }) => collegeId === id)),
  }));
  const members = counts.reduce(plus, { all: 0, bind: 0, login: 0, choose: 0 });
  return { totals, members, byBranch: [], byCollege };
};
