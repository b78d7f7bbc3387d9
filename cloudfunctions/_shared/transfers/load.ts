import type { Ports } from '../platform/ports';
import type { Transfer } from '../store/records';

/** The member's transfer that was begun last; the caller compares its season. */
export const latestTransfer = async ({ store }: Ports, memberId: string): Promise<Transfer | undefined> => {
  const [transfer] = await store.find('transfers', {
    where: { memberId },
    orderBy: ['createdAt', 'desc'],
    limit: 1,
    strict: true,
  });
  return transfer;
};
