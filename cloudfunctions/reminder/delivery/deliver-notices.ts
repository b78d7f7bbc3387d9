/** Claim → send → settle, batch by batch, until nothing is due or the function's time is nearly over. */
import { describeBug } from '../../_shared/bugs';
import { inParallel } from '../../_shared/in-parallel';
import { DELIVERY } from '../../_shared/policy';
import type { Ports } from '../../_shared/ports';
import { claimBatch, findDue, type DueBatch } from './claim-notices';
import { deliverBatch, type Run } from './deliver-batch';
import { limitTo } from './send-limit';
import type { Verdict } from './settlement';

export type DeliveryCounts = Partial<Record<Verdict['kind'] | 'failed', number>>;

/** Resolves to how many notices the batch held; one that breaks is left to the end of its lease. */
const deliverOne = async (ports: Ports, batch: DueBatch, run: Run): Promise<number> => {
  if (run.quotaUsed || ports.clock.now() >= run.stopAt) return 0;
  try {
    const claim = await claimBatch(ports, batch);
    if (claim.notices.length > 0) await deliverBatch(ports, claim, run);
    return claim.notices.length;
  } catch (error) {
    ports.log('batch-failed', describeBug(error));
    return 0;
  }
};

/** Delivers what is due until `stopAt`; returns how many ended how. */
export const deliverNotices = async (ports: Ports, stopAt: number): Promise<DeliveryCounts> => {
  const counts: DeliveryCounts = {};
  const run: Run = {
    limit: limitTo(DELIVERY.parallelSends),
    stopAt,
    quotaUsed: false,
    count: (kind) => {
      counts[kind] = (counts[kind] ?? 0) + 1;
    },
  };
  for (let more = true; more && !run.quotaUsed && ports.clock.now() < stopAt;) {
    const due = await findDue(ports);
    const jobs = due.batches.map((batch) => () => deliverOne(ports, batch, run));
    const taken = await inParallel(jobs, DELIVERY.parallelBatches);
    more = due.more && taken.some((notices) => notices > 0);
  }
  return counts;
};
