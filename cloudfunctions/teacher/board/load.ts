/** Reads for the board: counters, names, and counts of the roster by index. */
import type { Response } from '../../../miniprogram/contract';
import { inParallel } from '../../_shared/kernel/in-parallel';
import { BOARD } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import { rulebookNamed, type CurrentSeason } from '../../_shared/season/season';
import { branchSizes } from './branch-sizes';
import { figuresOf, totalsOf, type Totals } from './totals';
import { outsideRate } from './time-views';

type Board = Response<'teacher', 'board'>;

/** People of the roster, and those of them without a transfer by how far they are. */
export interface MemberCounts {
  readonly all: number;
  readonly bind: number;
  readonly login: number;
  readonly choose: number;
}

export interface Figures {
  /** Null for all of them. */
  readonly college: Board['college'];
  readonly totals: Totals;
  readonly members: MemberCounts;
  readonly byBranch: Board['byBranch'];
  readonly byCollege: Board['byCollege'];
}

type Reads = Pick<Ports, 'store'>;

/** @param all people on the roster */
export const countIdle = async (
  { store }: Reads,
  collegeId: string,
  all: Promise<number>,
): Promise<MemberCounts> => {
  const idle = { collegeId, startedIn: null };
  const [everybody, notStarted, bind, notLoggedIn, neither] = await Promise.all([
    all,
    store.count('members', idle),
    store.count('members', { ...idle, accountId: null }),
    store.count('members', { ...idle, loginConfirmedAt: null }),
    store.count('members', { ...idle, accountId: null, loginConfirmedAt: null }),
  ]);
  const login = notLoggedIn - neither;
  return { all: everybody, bind, login, choose: notStarted - bind - login };
};

const plus = (a: MemberCounts, b: MemberCounts): MemberCounts => ({
  all: a.all + b.all,
  bind: a.bind + b.bind,
  login: a.login + b.login,
  choose: a.choose + b.choose,
});

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

/** A college with its branches, by its id alone. */
export const readCollege = async ({ store }: Reads, collegeId: string) => {
  const [college, branches] = await Promise.all([
    store.get('colleges', collegeId),
    store.find('branches', { where: { collegeId }, orderBy: ['name', 'asc'], limit: BOARD.branches }),
  ]);
  return { college, branches };
};

/** One college: its sixteen shards, and how many people each of its branches has. */
export const collegeFigures = async (
  ports: Reads,
  { college, branches }: Awaited<ReturnType<typeof readCollege>>,
  season: CurrentSeason,
): Promise<Figures | undefined> => {
  if (!college) return undefined;
  const { _id: collegeId, name } = college;
  const counted = branchSizes(ports, college, branches);
  const [tallies, counts, members] = await Promise.all([
    ports.store.find('tallies', { where: { seasonId: season.id, collegeId }, limit: BOARD.tallies }),
    counted,
    countIdle(ports, collegeId, counted.then(total)),
  ]);
  const totals = totalsOf(tallies);
  const outside = outsideRate(rulebookNamed(season.rulebookId));
  const byBranch = branches.map(({ _id: id, name: branchName, secretaries }) => ({
    id,
    name: branchName,
    members: counts.get(id) ?? 0,
    decided: totals.decided.get(id) ?? 0,
    ...figuresOf(
      totals.cells.filter(({ branchId }) => branchId === id),
      outside,
    ),
    helpers: secretaries.map((secretary) => secretary.name),
  }));
  return { college: { id: collegeId, name }, totals, members, byBranch, byCollege: [] };
};

/** All colleges: their shards in one query, and the counts of each. */
export const universityFigures = async (
  ports: Reads,
  collegeIds: readonly string[],
  season: CurrentSeason,
): Promise<Figures> => {
  const { store } = ports;
  const [colleges, tallies, counts] = await Promise.all([
    store.getMany('colleges', collegeIds),
    store.find('tallies', { where: { seasonId: season.id }, limit: BOARD.tallies }),
    inParallel(
      collegeIds.map((collegeId) => () => countIdle(ports, collegeId, store.count('members', { collegeId }))),
      BOARD.parallelCounts,
    ),
  ]);
  // Whoever is made up for a review belongs to no college, and counts nowhere.
  const totals = totalsOf(tallies.filter(({ collegeId }) => collegeIds.includes(collegeId)));
  const byId = new Map(colleges.map((college) => [college._id, college]));
  const outside = outsideRate(rulebookNamed(season.rulebookId));
  const byCollege = collegeIds.flatMap((id, index) => {
    const college = byId.get(id);
    if (!college) return [];
    const own = totalsOf(tallies.filter(({ collegeId }) => collegeId === id));
    const decided = [...own.decided.values()].reduce((sum, count) => sum + count, 0);
    const helpers = college.teachers.map(({ name }) => name);
    const members = counts[index]?.all ?? 0;
    return [{ id, name: college.name, members, decided, ...figuresOf(own.cells, outside), helpers }];
  });
  const members = counts.reduce(plus, { all: 0, bind: 0, login: 0, choose: 0 });
  return { college: null, totals, members, byBranch: [], byCollege };
};
