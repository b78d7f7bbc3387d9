import { inParallel } from '../../_shared/kernel/in-parallel';
import { BOARD } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Branch, College } from '../../_shared/store/records';

type Counted = NonNullable<College['branchCounts']>['branches'];

const sizesOf = (branches: Counted): ReadonlyMap<string, number> =>
  new Map(branches.map(({ branchId, count }) => [branchId, count]));

/**
 * People by branch. Branches change only with the roster, so they are counted once for each of its versions and
 * kept with the college; never while a run is being written.
 */
export const branchSizes = async (
  { store }: Pick<Ports, 'store'>,
  { _id, rosterVersion, rosterRunId, branchCounts: kept }: College,
  branches: readonly Branch[],
): Promise<ReadonlyMap<string, number>> => {
  if (kept?.rosterVersion === rosterVersion) return sizesOf(kept.branches);
  const jobs = branches.map(({ _id: branchId }) => async () => ({
    branchId,
    count: await store.count('members', { branchId }),
  }));
  const counted = await inParallel(jobs, BOARD.parallelCounts);
  // Counted for a version that is gone meanwhile, it is not kept.
  if (rosterRunId === null)
    await store.changeAll(
      'colleges',
      { _id: { in: [_id] }, rosterVersion },
      { set: { branchCounts: { rosterVersion, branches: counted } } },
    );
  return sizesOf(counted);
};
