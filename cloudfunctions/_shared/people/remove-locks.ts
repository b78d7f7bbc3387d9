import { ok } from '../../../miniprogram/domain/errors';
import type { Ports } from '../platform/ports';

const PAGE = 20;

/** Tries that count no more are kept no longer. One that counts again meanwhile stays. */
export const removeOldLocks = async ({ store, clock }: Ports): Promise<number> => {
  const where = { expiresAt: { lte: clock.now() } };
  const ids = await store.findIds('locks', { where, orderBy: ['expiresAt', 'asc'], limit: PAGE });
  if (ids.length === 0) return 0;
  const removed = await store.transact(async (tx) => {
    const old = (await tx.getMany('locks', ids)).filter(({ expiresAt }) => expiresAt <= clock.now());
    for (const { _id } of old) tx.remove('locks', _id);
    return ok(old.length);
  });
  return removed.ok ? removed.data : 0;
};
