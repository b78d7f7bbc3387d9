import { inParallel } from '../../_shared/kernel/in-parallel';
import { BOARD } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Branch, College } from '../../_shared/store/records';

/**
 * People by branch. Branches change only with the roster, so they are counted once for each of its versions and
 * kept with the college; never while a run is being written.
 */
export const branchSizes = async (
  { store }: Pick<Ports, 'store'>,
  { _id, rosterVersion, rosterRunId, branchSizes: kept }: College,
  branches: readonly Branch[],
): Promise<Readonly<Record<string, number>>> => {
  if (kept?.rosterVersion === rosterVersion) return kept.counts;
  const jobs = branches.map(
    ({ _id: branchId }) =>
      async () =>
        [branchId, await store.count('members', { branchId })] as const,
  );
  const counts = Object.fromEntries(await inParallel(jobs, BOARD.parallelCounts));
  // Counted for a version that is gone meanwhile, it is not kept.
  if (rosterRunId === null)
    await store.changeAll(
      'colleges',
      { _id: { in: [_id] }, rosterVersion },
      { set: { branchSizes: { rosterVersion, counts } } },
    );
  return counts;
};
