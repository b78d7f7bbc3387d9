/** Claim → send → settle, batch by batch, until nothing is due or the function's time is nearly over. */
import { describeBug } from '../../kernel/bugs';
import { inParallel } from '../../kernel/in-parallel';
import { DELIVERY } from '../../kernel/policy';
import type { Ports } from '../../platform/ports';
import { currentSeason } from '../../season/season';
import { claimBatch, findDue, type DueBatch } from './claim-notices';
import { deliverBatch, type Run } from './deliver-batch';
import { inTurns, limitTo } from './send-limit';
import type { Verdict } from './settlement';

export type DeliveryCounts = Partial<Record<Verdict['kind'] | 'failed', number>>;

/** WeChat takes nothing more: the few that go another way are sent when it is asked again. */
const isOver = ({ stopped }: Run): boolean => stopped.has('subscribe');

/** Resolves to how many notices the batch held; one that breaks is left to the end of its lease. */
const deliverOne = async (ports: Ports, batch: DueBatch, run: Run): Promise<number> => {
  if (isOver(run) || ports.clock.now() >= run.stopAt) return 0;
  try {
    const claim = await claimBatch(ports, batch);
    run.isThinned ||= claim.isThinned;
    if (claim.notices.length > 0) await deliverBatch(ports, claim, run);
    return claim.notices.length;
  } catch (error) {
    ports.log('batch-failed', describeBug(error));
    return 0;
  }
};

const openRun = async (ports: Ports, stopAt: number, counts: DeliveryCounts): Promise<Run> => ({
  limit: limitTo(DELIVERY.parallelSends),
  stopAt,
  season: await currentSeason(ports),
  inTurn: inTurns(),
  stopped: new Map(),
  isThinned: false,
  count: (kind) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
  },
});

/** Delivers what is due until `stopAt`; returns how many ended how. */
export const deliverNotices = async (ports: Ports, stopAt: number): Promise<DeliveryCounts> => {
  const counts: DeliveryCounts = {};
  let run: Run | undefined;
  for (let more = true; more && ports.clock.now() < stopAt;) {
    const due = await findDue(ports, { known: run?.isThinned ?? false });
    if (due.batches.length === 0) break;
    const shared = (run ??= await openRun(ports, stopAt, counts));
    const wasThinned = shared.isThinned;
    const jobs = due.batches.map((batch) => () => deliverOne(ports, batch, shared));
    const taken = await inParallel(jobs, DELIVERY.parallelBatches);
    const isGettingOn = taken.some((notices) => notices > 0) || shared.isThinned !== wasThinned;
    more = due.more && !isOver(shared) && isGettingOn;
  }
  return counts;
};
