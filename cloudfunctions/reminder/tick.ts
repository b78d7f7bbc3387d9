/** What the timer does once a minute: next to nothing, unless something is due. */
import { ok, type Result } from '../../miniprogram/domain/errors';
import { chinaParts } from '../../miniprogram/domain/calendar/china-time';
import { DELIVERY } from '../_shared/kernel/policy';
import { deliverNotices, type DeliveryCounts } from '../_shared/notices/delivery/deliver-notices';
import { nextOpenAt } from '../_shared/notices/delivery/next-open';
import { replanSeasons } from '../_shared/notices/replan/replan-seasons';
import type { Ports } from '../_shared/platform/ports';
import { finishJournal } from '../_shared/store/journal';
import { attempt } from './attempt';
import { NOTHING_BY_CLOCK, runClockJobs, type ClockCounts } from './clock-jobs';
import { raiseWake, readWake } from './wake';

export interface Tick extends ClockCounts {
  /** Transactions whose last writes were made up for. */
  readonly madeUp: number;
  /** Branches whose people's reminders were planned anew. */
  readonly replanned: number;
  readonly delivered: DeliveryCounts;
}

type Delivery = Pick<Tick, 'madeUp' | 'replanned' | 'delivered'> & { readonly nextAt: number };

const NOTHING_SENT = { madeUp: 0, replanned: 0, delivered: {} };

/** Reminders of a changed season: as long as something is left behind, what is planned cannot be told. */
const replan = async (ports: Ports): Promise<number> => {
  const replanned = await replanSeasons(ports);
  // None goes out for a deadline that has moved.
  if (replanned > 0) await finishJournal(ports);
  return replanned;
};

/** First what transactions have left behind, then the notices; `nextAt` as the clock's. */
const runDelivery = async (ports: Ports, isClock: boolean, stopAt: number): Promise<Delivery> => {
  const madeUp = await attempt(ports, 'journal', () => finishJournal(ports));
  const mayReplan = isClock && madeUp !== undefined;
  const replanned = mayReplan ? await attempt(ports, 'replan', () => replan(ports)) : 0;
  const waiting = await attempt(ports, 'look', () => nextOpenAt(ports));
  const isDue = waiting === undefined || waiting <= ports.clock.now();
  const delivered = isDue ? await attempt(ports, 'deliver', () => deliverNotices(ports, stopAt)) : {};
  const nextAt = isDue ? await attempt(ports, 'look', () => nextOpenAt(ports)) : waiting;
  const isDone = madeUp !== undefined && replanned !== undefined && delivered !== undefined;
  return {
    madeUp: madeUp ?? 0,
    replanned: replanned ?? 0,
    delivered: delivered ?? {},
    nextAt: isDone ? (nextAt ?? 0) : 0,
  };
};

/** The look of every full hour: it finds what was made due without a word. */
const isFullHour = (now: number): boolean => chinaParts(now).minute === 0;

export const tick = async (ports: Ports): Promise<Result<Tick>> => {
  const wake = await readWake(ports);
  const now = ports.clock.now();
  const isClock = wake.clockAt <= now;
  if (!isClock && wake.dueAt > now && !isFullHour(now)) return ok({ ...NOTHING_BY_CLOCK, ...NOTHING_SENT });
  const { nextAt: clockAt, counts } = isClock
    ? await runClockJobs(ports)
    : { counts: NOTHING_BY_CLOCK, nextAt: wake.clockAt };
  // A branch to plan anew for is the clock's, too: it goes on until all are done.
  const { nextAt: dueAt, ...sent } = await runDelivery(ports, isClock, now + DELIVERY.budgetMs);
  await raiseWake(ports, wake, { dueAt, clockAt: sent.replanned > 0 ? now : clockAt, now });
  return ok({ ...counts, ...sent });
};
