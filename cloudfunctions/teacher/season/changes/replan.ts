/** Has the timer plan reminders anew after a change of the season. */
import type { Transaction } from '../../../_shared/store/ports';
import type { Replan } from '../../../_shared/store/records';

/** Branches that still wait for an earlier change stay on the list. */
export const replanBranches = async (
  tx: Transaction,
  seasonId: string,
  branchIds: readonly string[],
  now: number,
): Promise<Replan | undefined> => {
  const underWay = await tx.get('replans', seasonId);
  const left = [...new Set([...branchIds, ...(underWay?.left ?? [])])];
  if (left.length === 0) return undefined;
  const replan: Replan = {
    ...underWay,
    _id: seasonId,
    recordVersion: 1,
    left,
    total: left.length,
    startedAt: now,
    leaseUntil: 0,
  };
  tx.put('replans', replan);
  return replan;
};
