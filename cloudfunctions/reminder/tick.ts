/** What the timer does once a minute: next to nothing, unless something is due. */
import { ok, type Result } from '../../miniprogram/domain/errors';
import { chinaParts } from '../../miniprogram/domain/calendar/china-time';
import { DELIVERY } from '../_shared/kernel/policy';
import { deliverNotices } from '../_shared/notices/delivery/deliver-notices';
import { nextOpenAt } from '../_shared/notices/delivery/next-open';
import { openRun, type DeliveryCounts, type Run } from '../_shared/notices/delivery/run';
import { remind, type Reminding } from '../_shared/notices/reminders/remind';
import { tellDue } from '../_shared/notices/telling/tell-events';
import type { Ports } from '../_shared/platform/ports';
import { keepPublished } from '../_shared/season/published';
import { attempt } from './attempt';
import { NOTHING_BY_CLOCK, runClockJobs, type ClockCounts } from './clock-jobs';
import { drainJournal } from './drain-journal';
import { isReminderHour, raiseWake, readWake, tomorrowMorning, type Wake } from './wake';

export interface Tick extends ClockCounts {
  /** Entries of 1.0's journal that were written where they belong. */
  readonly drained: number;
  /** Events that were held, or left behind by whoever made them. */
  readonly told: number;
  readonly reminded: number;
  readonly delivered: DeliveryCounts;
}

const NOTHING_SENT = { drained: 0, told: 0, reminded: 0, delivered: {} };

type ByClock = Pick<Tick, keyof ClockCounts | 'drained' | 'reminded'> &
  Pick<Wake, 'clockAt' | 'jobsAt' | 'remindedAt'>;

/** What day and hour decide, reminders last: they are asked of what the clock has just moved. */
const runByClock = async (ports: Ports, run: Run, wake: Wake): Promise<ByClock> => {
  await keepPublished(ports);
  const isHourOnly = isReminderHour(wake, ports.clock.now());
  const drained = isHourOnly ? 0 : await attempt(ports, 'journal', () => drainJournal(ports));
  const { nextAt, counts } = isHourOnly
    ? { nextAt: wake.jobsAt, counts: NOTHING_BY_CLOCK }
    : await runClockJobs(ports);
  const again: Reminding = { made: 0, nextAt: 0, remindedAt: wake.remindedAt };
  const reminded = (await attempt(ports, 'remind', () => remind(ports, run, wake.remindedAt))) ?? again;
  return {
    ...counts,
    drained: drained ?? 0,
    reminded: reminded.made,
    clockAt: drained === undefined ? 0 : Math.min(nextAt, reminded.nextAt),
    jobsAt: drained === undefined ? 0 : Math.min(nextAt, tomorrowMorning(ports.clock.now())),
    remindedAt: reminded.remindedAt,
  };
};

type Delivery = Pick<Tick, 'told' | 'delivered'> & Pick<Wake, 'dueAt'>;

/** First the messages that events make, then all that is due. */
const runDelivery = async (ports: Ports, run: Run): Promise<Delivery> => {
  const told = await attempt(ports, 'tell', () => tellDue(ports));
  const waiting = await attempt(ports, 'look', () => nextOpenAt(ports));
  const isDue = waiting === undefined || waiting <= ports.clock.now();
  if (isDue) await keepPublished(ports);
  const delivered = isDue ? await attempt(ports, 'deliver', () => deliverNotices(ports, run)) : run.counts;
  const next = isDue ? await attempt(ports, 'look', () => nextOpenAt(ports)) : waiting;
  const isDone = told !== undefined && delivered !== undefined && next !== undefined;
  return {
    told: told?.told ?? 0,
    delivered: run.counts,
    dueAt: isDone ? Math.min(next, told.nextAt) : 0,
  };
};

/** The look of every full hour: it finds what was made due without a word. */
const isFullHour = (now: number): boolean => chinaParts(now).minute === 0;

export const tick = async (ports: Ports): Promise<Result<Tick>> => {
  const wake = await readWake(ports);
  const now = ports.clock.now();
  const isClock = wake.clockAt <= now;
  if (!isClock && wake.dueAt > now && !isFullHour(now)) return ok({ ...NOTHING_BY_CLOCK, ...NOTHING_SENT });
  const asBefore = { ...NOTHING_BY_CLOCK, drained: 0, reminded: 0 };
  const run = openRun(ports, now + DELIVERY.budgetMs);
  const { clockAt, jobsAt, remindedAt, ...byClock } = isClock
    ? await runByClock(ports, run, wake)
    : { ...asBefore, clockAt: wake.clockAt, jobsAt: wake.jobsAt, remindedAt: wake.remindedAt };
  const { dueAt, ...sent } = await runDelivery(ports, run);
  await raiseWake(ports, wake, { dueAt, clockAt, jobsAt, remindedAt, now });
  return ok({ ...byClock, ...sent });
};
