import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { SYSTEM } from '../_shared/kernel/actor';
import { PAGING } from '../_shared/kernel/policy';
import type { Ports } from '../_shared/platform/ports';
import type { ResetRequest } from '../_shared/store/records';
import { changeRequest } from '../_shared/resets/change';
import { escalateRequest } from '../_shared/resets/escalate';
import { oneByOne } from './one-by-one';

/** Requests nobody has answered in time go to the teacher; returns how many moved. */
export const escalateRequests = async (ports: Ports): Promise<number> => {
  const due = await ports.store.find('resetRequests', {
    where: { state: 'waiting', escalatesAt: { lte: ports.clock.now() } },
    orderBy: ['escalatesAt', 'asc'],
    limit: PAGING.sweep,
  });
  const waiting = due.filter(({ escalatesAt }) => escalatesAt !== null);
  return oneByOne(ports, 'escalate', waiting, (request) =>
    escalateRequest(ports, request, { actor: SYSTEM, reason: null }),
  );
};

const expired = ({ expiresAt }: ResetRequest, now: number): Result<Partial<ResetRequest>> =>
  expiresAt !== null && expiresAt <= now ? ok({ codeSealed: null }) : fail('RESET_ILLEGAL_STEP');

/** Codes nobody looked at in time are wiped; returns how many. */
export const expireCodes = async (ports: Ports): Promise<number> => {
  const due = await ports.store.find('resetRequests', {
    where: { state: 'issued', expiresAt: { lte: ports.clock.now() } },
    orderBy: ['expiresAt', 'asc'],
    limit: PAGING.sweep,
  });
  return oneByOne(ports, 'expire', due, (request) =>
    changeRequest(ports, request, {
      action: 'expire',
      actor: SYSTEM,
      from: ['issued'],
      to: 'expired',
      change: expired,
    }),
  );
};
