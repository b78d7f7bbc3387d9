import type { Ports } from '../platform/ports';

const PAGE = 100;

/** For the timer: what a roster was before it was put right goes after a day. */
export const removeOldCorrections = async ({ store, clock }: Ports): Promise<number> => {
  const where = { expiresAt: { lte: clock.now() } };
  const old = await store.findIds('corrections', { where, orderBy: ['expiresAt', 'asc'], limit: PAGE });
  if (old.length > 0) await store.removeAll('corrections', old);
  return old.length;
};
