/** Reads for the board: counters and names. */
import type { Response } from '../../../miniprogram/contract';
import { BOARD } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import { rulebookNamed, type CurrentSeason } from '../../_shared/season/season';
import { NO_HEADS, plusHeads, type Heads } from '../../_shared/transfers/figures/head-sums';
import { headsOf, readHeads, readKept } from '../../_shared/transfers/figures/heads';
import { branchSizes } from './branch-sizes';
import { readTallies } from './read-tallies';
import { figuresOf, sumOf, totalsOf, type Totals } from './totals';
import { outsideRate } from './time-views';

type Board = Response<'teacher', 'board'>;

/** People of the season, and those of them without a transfer by how far they are. */
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

type Reads = Pick<Ports, 'store' | 'clock'>;

/** @param started transfers of the season: whoever began in an earlier one is none of this season's people */
export const memberCounts = ({ bind, login, choose }: Heads, started: number): MemberCounts => ({
  all: bind + login + choose + started,
  bind,
  login,
  choose,
});

/** A college with its branches, by its id alone. */
export const readCollege = async ({ store }: Reads, collegeId: string) => {
  const [college, branches] = await Promise.all([
    store.get('colleges', collegeId),
    store.find('branches', { where: { collegeId }, orderBy: ['name', 'asc'], limit: BOARD.branches }),
  ]);
  return { college, branches };
};

/** One college: its counters, who has moved on lately, and how many people each of its branches has. */
export const collegeFigures = async (
  ports: Reads,
  { college, branches }: Awaited<ReturnType<typeof readCollege>>,
  season: CurrentSeason,
): Promise<Figures | undefined> => {
  if (!college) return undefined;
  const { _id: collegeId, name } = college;
  const [tallies, kept] = await Promise.all([
    readTallies(ports, { seasonId: season.id, collegeId }),
    readKept(ports, [collegeId]),
  ]);
  const totals = totalsOf(tallies);
  const heads = await headsOf(ports, college, kept);
  const started = sumOf(totals.cells);
  const ofSeason = { seasonId: season.id, earlier: Math.max(0, heads.begun - started) };
  const counts = await branchSizes(ports, college, branches, ofSeason);
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
    inCharge: secretaries.map((secretary) => secretary.name),
  }));
  const members = memberCounts(heads, started);
  return { college: { id: collegeId, name }, totals, members, byBranch, byCollege: [] };
};

/** All colleges: their kept in one query, and the counts of each. */
export const universityFigures = async (
  ports: Reads,
  collegeIds: readonly string[],
  season: CurrentSeason,
): Promise<Figures> => {
  const { store } = ports;
  const [colleges, tallies] = await Promise.all([
    store.getMany('colleges', collegeIds),
    readTallies(ports, { seasonId: season.id }),
  ]);
  const heads = await readHeads(ports, colleges);
  // Whoever is made up for a review belongs to no college, and counts nowhere.
  const totals = totalsOf(tallies.filter(({ collegeId }) => collegeIds.includes(collegeId)));
  const byId = new Map(colleges.map((college) => [college._id, college]));
  const outside = outsideRate(rulebookNamed(season.rulebookId));
  const byCollege = collegeIds.flatMap((id) => {
    const college = byId.get(id);
    if (!college) return [];
    const own = totalsOf(tallies.filter(({ collegeId }) => collegeId === id));
    const decided = [...own.decided.values()].reduce((sum, count) => sum + count, 0);
    const inCharge = college.teachers.map(({ name }) => name);
    const members = memberCounts(heads.get(id) ?? NO_HEADS, sumOf(own.cells)).all;
    return [{ id, name: college.name, members, decided, ...figuresOf(own.cells, outside), inCharge }];
  });
  const members = memberCounts([...heads.values()].reduce(plusHeads, NO_HEADS), sumOf(totals.cells));
  return { college: null, totals, members, byBranch: [], byCollege };
};
