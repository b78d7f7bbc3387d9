import { DELIVERY } from '../../cloudfunctions/_shared/kernel/policy';

/**
 * Shrinks what the timer takes at once, in this process alone, so that the few notices of a small college fill
 * several batches and settle in several parts, as those of a large one do.
 */
export const shrinkBatches = (): void => {
  Object.assign(DELIVERY, {
    lookAhead: 12,
    firstBatchSize: 2,
    batchSize: 4,
    settleSize: 2,
    parallelSends: 3,
  });
};
