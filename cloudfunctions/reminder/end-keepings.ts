import { SYSTEM } from '../_shared/kernel/actor';
import { PAGING } from '../_shared/kernel/policy';
import type { Ports } from '../_shared/platform/ports';
import { keepingEnded } from '../_shared/transfers/end-keeping';
import { takeStep } from '../_shared/transfers/take-step';
import { oneByOne } from './one-by-one';

/** Keepings whose months are over; returns how many. */
export const endKeepings = async (ports: Ports): Promise<number> => {
  const where = { state: 'recorded' as const, opensAt: { lte: ports.clock.now() } };
  const found = await ports.store.find('transfers', { where, limit: PAGING.sweep });
  // `lte` also finds null in some databases.
  const due = found.filter(({ opensAt }) => opensAt !== null);
  return oneByOne(ports, 'end-keeping', due, (transfer) =>
    takeStep(ports, transfer, { step: 'end-keeping', actor: SYSTEM, change: keepingEnded }),
  );
};
