/** Tells the timer that records were changed from outside. */
import { clockWaking, lowerWake } from '../../cloudfunctions/_shared/store/wake';
import type { Environment } from './connect';

/** More colleges than a university has. */
const MOST = 100;

/**
 * A repair by hand says nothing to the timer and moves no counter, and where nothing moves the timer compares the
 * counters once a week. So the next turn looks for all that the clock decides, for today's reminders, and counts anew.
 *
 * @param now epoch ms
 */
export const wakeTimer = async ({ store }: Pick<Environment, 'store'>, now: number): Promise<void> => {
  const counted = await store.findIds('headcounts', {
    where: { comparedNextAt: { gte: 0 } },
    orderBy: ['comparedNextAt', 'asc'],
    limit: MOST,
  });
  const anew = { comparedNextAt: now, comparedTallies: '' };
  if (counted.length > 0) await store.changeAll('headcounts', { _id: { in: counted } }, { set: anew });
  await lowerWake(store, { ...clockWaking(now), remindedAt: 0 });
};
