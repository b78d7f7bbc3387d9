/** Claim → send → settle, batch by batch, until nothing is due or the function's time is nearly over. */
import { describeBug } from '../../kernel/bugs';
import { inParallel } from '../../kernel/in-parallel';
import { DELIVERY } from '../../kernel/policy';
import type { Ports } from '../../platform/ports';
import { claimBatch, findDue, type DueBatch } from './claim-notices';
import { deliverBatch } from './deliver-batch';
import { prepareDue } from './prepare-batch';
import { isOver, type DeliveryCounts, type Run } from './run';

/** Resolves to how many notices the batch held; one that breaks is left to the end of its lease. */
const deliverOne = async (ports: Ports, batch: DueBatch, run: Run): Promise<number> => {
  if (isOver(run, ports.clock.now())) return 0;
  try {
    // Before the claim, so that nothing is held when it cannot be read.
    const season = await run.season();
    const { isThinned, ...claim } = await claimBatch(ports, batch);
    run.isThinned ||= isThinned;
    if (claim.notices.length > 0) await deliverBatch(ports, claim, { run, season, prepare: prepareDue });
    return claim.notices.length;
  } catch (error) {
    ports.log('batch-failed', describeBug(error));
    return 0;
  }
};

/** Delivers what is due; returns how many ended how, of the whole run. */
export const deliverNotices = async (ports: Ports, run: Run): Promise<DeliveryCounts> => {
  for (let more = true; more && !isOver(run, ports.clock.now());) {
    const due = await findDue(ports, { known: run.isThinned });
    if (due.batches.length === 0) break;
    const wasThinned = run.isThinned;
    const jobs = due.batches.map((batch) => () => deliverOne(ports, batch, run));
    const taken = await inParallel(jobs, DELIVERY.parallelBatches);
    const isGettingOn = taken.some((notices) => notices > 0) || run.isThinned !== wasThinned;
    more = due.more && isGettingOn;
  }
  return run.counts;
};
