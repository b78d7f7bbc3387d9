/** How long many messages take to leave: the timer sends for a part of each minute, so many at once. */
import { DELIVERY } from '../../cloudfunctions/_shared/kernel/policy';

export interface Pace {
  readonly due: number;
  /** What WeChat takes for one, ms. */
  readonly sendMs: number;
  /** What the timer adds to each for its reads and writes, ms. */
  readonly ownMs: number;
}

/** Whole minutes until the last one has left. */
export const minutesToSend = ({ due, sendMs, ownMs }: Pace): number =>
  Math.ceil((due * (sendMs / DELIVERY.parallelSends + ownMs)) / DELIVERY.budgetMs);

/** The slowest send, whole ms, with which all still leave within these minutes. */
export const slowestSend = (minutes: number, { due, ownMs }: Omit<Pace, 'sendMs'>): number =>
  Math.floor(((minutes * DELIVERY.budgetMs) / due - ownMs) * DELIVERY.parallelSends);
