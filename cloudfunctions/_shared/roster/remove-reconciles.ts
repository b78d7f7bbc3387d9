import { ok } from '../../../miniprogram/domain/errors';
import type { Ports } from '../platform/ports';

const PAGE = 50;
/** Runs removed by one turn of the timer: each has hundreds of parts. */
const MOST_AT_ONCE = 5;

const removeParts = async ({ store }: Ports, runId: string): Promise<void> => {
  for (;;) {
    const ids = await store.findIds('reconcileParts', { where: { runId }, limit: PAGE });
    if (ids.length === 0) return;
    await store.removeAll('reconcileParts', ids);
  }
};

/** For the timer: a list out of 智慧团建 holds names of people who are nobody here, and goes after two days. */
export const removeOldReconciles = async (ports: Ports): Promise<number> => {
  const { store, clock } = ports;
  const where = { expiresAt: { lte: clock.now() } };
  const old = await store.find('reconciles', { where, orderBy: ['expiresAt', 'asc'], limit: MOST_AT_ONCE });
  for (const { _id } of old) {
    await removeParts(ports, _id);
    await store.transact(async (tx) => {
      tx.remove('reconciles', _id);
      return ok(undefined);
    });
  }
  return old.length;
};
