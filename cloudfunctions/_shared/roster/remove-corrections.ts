import type { Ports } from '../platform/ports';

const PAGE = 100;

/** For the timer: what a roster was before it was put right goes after a day. */
export const removeOldCorrections = async ({ store, clock }: Ports): Promise<number> => {
  const where = { expiresAt: { lte: clock.now() } };
  // With what they hold, not by their ids alone: one that cannot be read is left for whoever can.
  const old = await store.find('corrections', { where, orderBy: ['expiresAt', 'asc'], limit: PAGE });
  const ids = old.map(({ _id }) => _id);
  if (ids.length > 0) await store.removeAll('corrections', ids);
  return old.length;
};
