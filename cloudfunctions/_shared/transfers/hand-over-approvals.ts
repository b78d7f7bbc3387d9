/** What waits for the secretary of a branch goes to the college where nobody holds the office, or only the owner does. */
import { ok } from '../../../miniprogram/domain/errors';
import { PAGING } from '../kernel/policy';
import { endAsked } from '../notices/end-asked';
import type { Ports } from '../platform/ports';
import { pagesOf } from '../store/pages';
import type { HasStore } from '../store/ports';
import type { Transfer } from '../store/records';
import { ifReadable } from '../store/records/unreadable';
import { hasSecretary } from './circumstances';
import { putTransfer } from './put-transfer';

type Needs = Pick<Ports, 'store' | 'clock' | 'log'>;

/** States in which a secretary may be waited for: to approve, or for a step on paper. */
const WITH_SECRETARY = ['submitted', 'accepted', 'recorded'] as const;
/** A branch has fewer people than this. */
const MOST = 1000;

/** Where somebody is their secretary, or where nobody can read who is, it stays. Resolves to whether it went. */
const handOver = async (ports: Needs, transferId: string): Promise<boolean> => {
  const done = await ifReadable(
    ports.store.transact(async (tx) => {
      const before = await tx.get('transfers', transferId);
      if (before?.waitsFor !== 'secretary') return ok(undefined);
      const branch = await tx.get('branches', before.branchId);
      if (hasSecretary(branch, before)) return ok(undefined);
      const after = { ...before, waitsFor: 'college', version: before.version + 1 } as const;
      await putTransfer(tx, before, after);
      return ok({ before, after });
    }),
  );
  if (!done?.ok || !done.data) return false;
  await endAsked(ports, done.data.before, done.data.after);
  return true;
};

/**
 * After a secretary has left a branch, or somebody has come to it who waits for theirs. Since when each waits stays: the
 * college finds who has waited longest on top, and its digest tells of them. One that meets a rival stays as that left it.
 */
export const handOverApprovals = async (ports: Needs, branchId: string): Promise<void> => {
  const waiting = await ports.store.findIds('transfers', {
    where: { branchId, state: { in: WITH_SECRETARY }, waitsFor: 'secretary' },
    limit: MOST,
  });
  for (const transferId of waiting) await handOver(ports, transferId);
};

/** Of some that wait for a secretary, those whose branch has none for them. */
const leftAlone = async ({ store }: HasStore, waiting: readonly Transfer[]): Promise<Transfer[]> => {
  const branchIds = new Set(waiting.map(({ branchId }) => branchId));
  const { records, unreadable } = await store.lookUp('branches', [...branchIds]);
  const branches = new Map(records.map((branch) => [branch._id, branch]));
  return waiting.filter(
    (transfer) =>
      !unreadable.has(transfer.branchId) && !hasSecretary(branches.get(transfer.branchId), transfer),
  );
};

/**
 * The same in every branch, of one college or of all: for whoever changes many branches at once, and for what a death
 * between a change and its handing over has left behind. Resolves to how many went.
 */
export const handOverStrays = async (
  ports: Needs,
  where: { readonly collegeId?: string } = {},
): Promise<number> => {
  const asked = { where: { ...where, waitsFor: 'secretary' }, by: 'queueKey', size: PAGING.queue } as const;
  let handed = 0;
  for await (const waiting of pagesOf(ports, 'transfers', asked)) {
    const left = await leftAlone(ports, waiting);
    for (const { _id } of left) if (await handOver(ports, _id)) handed += 1;
  }
  return handed;
};
