import type { Ports } from '../_shared/platform/ports';
import { forgetPublished, keepPublished } from '../_shared/season/published';
import { settle } from '../_shared/transfers/settle';

/** Scopes looked at in one turn: more than ever publish within a minute. */
const MOST = 20;

/**
 * Finishes what publishing began: completes transfers whose last step was removed, whether or not the desk is still
 * open. Also those that an instance which had not read the new version yet let arrive; returns how many.
 */
export const settleRules = async (ports: Ports): Promise<number> => {
  const { store, clock } = ports;
  const where = { settleAt: { gt: 0 } };
  const pending = await store.find('ruleSets', { where, orderBy: ['settleAt', 'asc'], limit: MOST });
  const due = pending.filter(({ settleAt }) => settleAt !== null && settleAt <= clock.now());
  if (due.length === 0) return 0;
  forgetPublished();
  await keepPublished(ports);
  let completed = 0;
  for (const { _id, scopeId, number } of due) {
    const turn = await settle(ports, scopeId);
    completed += turn.completed;
    // A version published meanwhile asks for a look of its own.
    const target = { _id: { in: [_id] }, number };
    if (!turn.left) await store.changeAll('ruleSets', target, { set: { settleAt: null } });
  }
  return completed;
};
