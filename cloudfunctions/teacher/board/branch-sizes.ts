import { inParallel } from '../../_shared/kernel/in-parallel';
import { BOARD } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Branch, College } from '../../_shared/store/records';

type Counted = NonNullable<College['branchCounts']>['branches'];

const sizesOf = (branches: Counted): ReadonlyMap<string, number> =>
  new Map(branches.map(({ branchId, count }) => [branchId, count]));

interface OfSeason {
  readonly seasonId: string;
  /** How many of the college began in an earlier season, and are none of this season's people. */
  readonly earlier: number;
}

/**
 * People of the season by branch. They change only with the roster, with a new season, or when somebody of an earlier
 * one begins anew, so they are counted once and kept with the college until one of these differs; never while a run is
 * being written.
 */
export const branchSizes = async (
  { store }: Pick<Ports, 'store'>,
  { _id, rosterVersion, rosterRunId, branchCounts: kept }: College,
  branches: readonly Branch[],
  { seasonId, earlier }: OfSeason,
): Promise<ReadonlyMap<string, number>> => {
  const isSame =
    kept?.rosterVersion === rosterVersion &&
    (kept.earlier ?? 0) === earlier &&
    (earlier === 0 || kept.seasonId === seasonId);
  if (kept && isSame) return sizesOf(kept.branches);
  const countOf = async (branchId: string): Promise<number> => {
    if (earlier === 0) return store.count('members', { branchId });
    const [idle, begun] = await Promise.all([
      store.count('members', { branchId, startedIn: null }),
      store.count('members', { branchId, startedIn: seasonId }),
    ]);
    return idle + begun;
  };
  const jobs = branches.map(({ _id: branchId }) => async () => ({
    branchId,
    count: await countOf(branchId),
  }));
  const counted = await inParallel(jobs, BOARD.parallelCounts);
  // Counted for a version that is gone meanwhile, it is not kept.
  if (rosterRunId === null)
    await store.changeAll(
      'colleges',
      { _id: { in: [_id] }, rosterVersion },
      { set: { branchCounts: { rosterVersion, seasonId, earlier, branches: counted } } },
    );
  return sizesOf(counted);
};
