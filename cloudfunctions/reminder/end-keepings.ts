import { keptUntil } from '../../miniprogram/domain/transfer/keeping';
import { SYSTEM } from '../_shared/kernel/actor';
import { PAGING } from '../_shared/kernel/policy';
import type { Ports } from '../_shared/platform/ports';
import { keepingIn } from '../_shared/season/keeping-in';
import type { Transfer } from '../_shared/store/records';
import type { StepRequest } from '../_shared/transfers/apply-step';
import { keepingEnded } from '../_shared/transfers/end-keeping';
import { takeStep } from '../_shared/transfers/take-step';
import { oneByOne } from './one-by-one';

/** Its months are over; or a day has come on which the college gets in touch, and it waits for the college. */
const stepFor = (transfer: Transfer, now: number): StepRequest => {
  const keeping = keepingIn(transfer);
  const end = keeping && keptUntil(keeping);
  return keeping && (end === null || end > now)
    ? { step: 'contact-due', actor: SYSTEM }
    : { step: 'end-keeping', actor: SYSTEM, change: keepingEnded };
};

/** Keepings of which the clock says something; returns how many. */
export const endKeepings = async (ports: Ports): Promise<number> => {
  const now = ports.clock.now();
  const where = { state: 'recorded' as const, opensAt: { lte: now } };
  const found = await ports.store.find('transfers', { where, limit: PAGING.sweep });
  // `lte` also finds null in some databases.
  const due = found.filter(({ opensAt }) => opensAt !== null);
  return oneByOne(ports, 'end-keeping', due, (transfer) => takeStep(ports, transfer, stepFor(transfer, now)));
};
