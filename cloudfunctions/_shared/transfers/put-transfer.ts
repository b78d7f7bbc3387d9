/** The way every change of a transfer's state, place or clock reaches the store: with its counters. */
import { deadlineDayOf } from '../store/records/transfer-place';
import { leaveDesk, moveTally } from './figures/tally';
import type { Transaction } from '../store/ports';
import type { Transfer } from '../store/records';
import { queueKeyOf } from '../store/records/transfer-place';
import { withDropped } from './files';

/** Resolves to the transfer as it is stored. `before` is what is stored now, undefined for a transfer that is new. */
export const putTransfer = async (
  tx: Transaction,
  before: Transfer | undefined,
  after: Transfer,
): Promise<Transfer> => {
  const placed = {
    ...withDropped(before, after),
    deadlineDay: deadlineDayOf(after),
    queueKey: queueKeyOf(after),
  };
  tx.put('transfers', placed);
  await moveTally(tx, before, placed);
  return placed;
};

/** @param movesFigures otherwise the figures of its season stay; it waits for nobody any more */
export const removeTransfer = async (
  tx: Transaction,
  before: Transfer,
  { movesFigures = true } = {},
): Promise<void> => {
  tx.remove('transfers', before._id);
  await (movesFigures ? moveTally(tx, before, undefined) : leaveDesk(tx, before));
};
