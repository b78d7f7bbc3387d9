import { fail, ok } from '../../miniprogram/domain/errors';
import { SYSTEM } from '../_shared/kernel/actor';
import { PAGING } from '../_shared/kernel/policy';
import type { Ports } from '../_shared/platform/ports';
import { takeStep } from '../_shared/transfers/take-step';
import { oneByOne } from './one-by-one';

/** Takes the time-out step for transfers whose receiver clock has run out; returns how many moved. */
export const timeOutTransfers = async (ports: Ports): Promise<number> => {
  const { store, clock } = ports;
  const now = clock.now();
  // Before the school has approved, a clock that runs out is the school's delay: nothing moves.
  const where = { state: 'approved' as const, deadlineAt: { lte: now } };
  const found = await store.find('transfers', { where, limit: PAGING.sweep });
  // `lte` also finds null in some databases, and a report may have come in since.
  const due = found.filter(({ deadlineAt }) => deadlineAt !== null);
  return oneByOne(ports, 'time-out', due, (transfer) =>
    takeStep(ports, transfer, {
      step: 'time-out',
      actor: SYSTEM,
      change: ({ deadlineAt }, at) =>
        deadlineAt !== null && deadlineAt <= at ? ok({}) : fail('TRANSFER_ILLEGAL_STEP'),
    }),
  );
};
