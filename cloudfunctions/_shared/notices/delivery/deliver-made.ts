/**
 * Reminders are sent in the turn that derives them. Stored as already claimed, they need no second look at what was
 * looked at a moment before; a sender that dies leaves them to the end of their lease, as any claim.
 */
import { describeBug } from '../../kernel/bugs';
import { chunks } from '../../kernel/chunks';
import { DELIVERY } from '../../kernel/policy';
import type { Ports } from '../../platform/ports';
import type { CurrentSeason } from '../../season/season';
import type { Notice } from '../../store/records';
import type { Keep } from '../reminders/make-reminders';
import { keepClaimed, keepNotices } from '../telling/keep-notices';
import type { Causes } from './causes';
import { newLease, type Claim } from './claim-notices';
import { deliverBatch } from './deliver-batch';
import { prepareMade } from './prepare-batch';
import { isOver, type Run } from './run';

export interface MadeDelivery {
  /** Resolves when they are stored: while they are sent the next ones can be made. */
  readonly keep: Keep;
  /** When all that was kept has left or gone back. */
  readonly done: () => Promise<void>;
}

export const openMadeDelivery = (ports: Ports, run: Run): MadeDelivery => {
  const underWay = new Set<Promise<void>>();
  const aPlace = async (): Promise<void> => {
    while (underWay.size >= DELIVERY.parallelBatches) await Promise.race(underWay);
  };
  const start = (claim: Claim, season: CurrentSeason, comingTo: Causes['comingTo']): void => {
    const sending: Promise<void> = deliverBatch(ports, claim, { run, season, prepare: prepareMade(comingTo) })
      .catch((error: unknown) => ports.log('batch-failed', describeBug(error)))
      .finally(() => underWay.delete(sending));
    underWay.add(sending);
  };
  /** Held by the night, or out of time: they are stored as whatever else is due later. */
  const mayLeave = ({ nextAt }: Notice): boolean => nextAt <= ports.clock.now();

  return {
    keep: async (notices, comingTo) => {
      const season = await run.season();
      const ready = notices.filter(mayLeave);
      const held = notices.filter((notice) => !ready.includes(notice));
      if (held.length > 0) await keepNotices(ports, held);
      for (const some of chunks(ready, DELIVERY.batchSize)) {
        await aPlace();
        if (isOver(run, ports.clock.now())) {
          await keepNotices(ports, some);
          continue;
        }
        const lease = newLease(ports);
        const claimed = await keepClaimed(ports, some, lease);
        if (claimed.length > 0) start({ lease, notices: claimed }, season, comingTo);
      }
    },
    done: async () => {
      await Promise.all(underWay);
    },
  };
};
