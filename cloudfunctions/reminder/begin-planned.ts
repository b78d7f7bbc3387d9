import { SYSTEM } from '../_shared/kernel/actor';
import { PAGING } from '../_shared/kernel/policy';
import type { Ports } from '../_shared/platform/ports';
import { takeStep } from '../_shared/transfers/take-step';
import { oneByOne } from './one-by-one';

/** Planned ways whose window has opened can be begun; returns how many. */
export const beginPlanned = async (ports: Ports): Promise<number> => {
  const where = { state: 'planned' as const, opensAt: { lte: ports.clock.now() } };
  const found = await ports.store.find('transfers', { where, limit: PAGING.sweep });
  // `lte` also finds null in some databases.
  const due = found.filter(({ opensAt }) => opensAt !== null);
  return oneByOne(ports, 'begin', due, (transfer) =>
    takeStep(ports, transfer, { step: 'begin', actor: SYSTEM }),
  );
};
