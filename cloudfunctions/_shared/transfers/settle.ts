/** Transfers that wait only for a step which a new version of the rules has removed are completed. */
import { isPaperLeft } from '../../../miniprogram/domain/transfer/offline';
import { EVERYBODY } from '../../../miniprogram/domain/rules/overlay/edition';
import { SYSTEM } from '../kernel/actor';
import { describeBug } from '../kernel/bugs';
import { inParallel } from '../kernel/in-parallel';
import type { Ports } from '../platform/ports';
import { paperOf } from '../season/paper';
import type { Transfer } from '../store/records';
import { takeStep } from './take-step';

/** Transfers looked at at once, and completed side by side. */
export const ARRIVED_AT_ONCE = 1000;
const PARALLEL = 5;
/** No new one is begun after this: a phone waits twenty seconds, and the timer has more to do. */
const BUDGET_MS = 10_000;

/** Those of a scope that have arrived and are not completed, the next after a queue key. */
export const arrivedIn = ({ store }: Ports, scopeId: string, after = ''): Promise<Transfer[]> => {
  const place = scopeId === EVERYBODY ? {} : { collegeId: scopeId };
  const where = { ...place, state: 'accepted' as const, queueKey: { gt: after } };
  return store.find('transfers', { where, orderBy: ['queueKey', 'asc'], limit: ARRIVED_AT_ONCE });
};

/** `later`: time was up, somebody else changed it meanwhile, or it failed. */
type Outcome = 'completed' | 'waiting' | 'later';

const settleOne = async (ports: Ports, transfer: Transfer, stopAt: number): Promise<Outcome> => {
  try {
    if (isPaperLeft(paperOf(transfer))) return 'waiting';
    if (ports.clock.now() >= stopAt) return 'later';
    const done = await takeStep(ports, transfer, { step: 'complete', actor: SYSTEM });
    return done.ok ? 'completed' : 'later';
  } catch (error) {
    // One that cannot be completed stops none of the others.
    ports.log('sweep-failed', { job: 'settle', id: transfer._id, ...describeBug(error) });
    return 'later';
  }
};

/**
 * Completes whoever has arrived and has no step left under the rules that hold now.
 *
 * @returns how many, and whether some are left for another turn
 */
export const settle = async (
  ports: Ports,
  scopeId: string,
): Promise<{ completed: number; left: boolean }> => {
  const stopAt = ports.clock.now() + BUDGET_MS;
  const outcomes: Outcome[] = [];
  let after: string | undefined = '';
  while (after !== undefined && ports.clock.now() < stopAt) {
    const page: Transfer[] = await arrivedIn(ports, scopeId, after);
    const jobs = page.map((transfer) => () => settleOne(ports, transfer, stopAt));
    outcomes.push(...(await inParallel(jobs, PARALLEL)));
    after = page.length < ARRIVED_AT_ONCE ? undefined : page.at(-1)?.queueKey;
  }
  const completed = outcomes.filter((outcome) => outcome === 'completed').length;
  return { completed, left: after !== undefined || outcomes.includes('later') };
};
