/** What the clock has decided about requests for a code is written down, and told where somebody has to act. */
import { PAGING } from '../_shared/kernel/policy';
import type { Ports } from '../_shared/platform/ports';
import { settleByClock } from '../_shared/resets/change';
import { oneByOne } from './one-by-one';

/** Requests nobody has answered in time go to the teacher; returns how many moved. */
export const escalateRequests = async (ports: Ports): Promise<number> => {
  const due = await ports.store.find('resetRequests', {
    where: { state: 'waiting', escalatesAt: { lte: ports.clock.now() } },
    orderBy: ['escalatesAt', 'asc'],
    limit: PAGING.sweep,
  });
  return oneByOne(ports, 'escalate', due, (request) => settleByClock(ports, request));
};

/** Codes nobody looked at in time are wiped; returns how many. */
export const expireCodes = async (ports: Ports): Promise<number> => {
  const due = await ports.store.find('resetRequests', {
    where: { state: 'issued', expiresAt: { lte: ports.clock.now() } },
    orderBy: ['expiresAt', 'asc'],
    limit: PAGING.sweep,
  });
  return oneByOne(ports, 'expire', due, (request) => settleByClock(ports, request));
};
