/** What waits for the secretary of a branch goes to the college when nobody there holds the office any more. */
import { ok } from '../../../miniprogram/domain/errors';
import { PAGING } from '../kernel/policy';
import type { Ports } from '../platform/ports';
import { hasSecretary } from './circumstances';
import { putTransfer } from './put-transfer';

/** States in which a secretary may be waited for: to approve, or for a step on paper. */
const WITH_SECRETARY = ['submitted', 'accepted', 'recorded'] as const;

/**
 * After a secretary has left a branch. Since when each waits stays: the college finds who has waited longest on top, and
 * its digest tells of them. One that meets a rival stays as that left it.
 */
export const handOverApprovals = async ({ store }: Pick<Ports, 'store'>, branchId: string): Promise<void> => {
  const waiting = await store.find('transfers', {
    where: { branchId, state: { in: WITH_SECRETARY }, waitsFor: 'secretary' },
    limit: PAGING.queue,
  });
  for (const { _id } of waiting)
    await store.transact(async (tx) => {
      const transfer = await tx.get('transfers', _id);
      if (transfer?.waitsFor !== 'secretary') return ok(undefined);
      const branch = await tx.get('branches', transfer.branchId);
      if (hasSecretary(branch, transfer)) return ok(undefined);
      await putTransfer(tx, transfer, {
        ...transfer,
        waitsFor: 'college',
        version: transfer.version + 1,
      });
      return ok(undefined);
    });
};
