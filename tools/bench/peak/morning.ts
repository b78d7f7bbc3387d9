/** One busy morning under a plan, or without one, in modelled time: on the real SDK, client and use cases. */
import { resetCounters } from '../../emulator/counters';
import { openPlan, UNLIMITED, type Plan } from '../../emulator/plan/plan';
import type { PlanQuotas } from '../../emulator/types';
import { openCloud } from '../../simulate/cloud';
import { filesIn } from '../../simulate/files';
import { openPorts } from '../../simulate/ports';
import { Asked } from './asking';
import { foundCollege } from './college';
import { graduatesOf, handIn, type Graduate } from './crowd';
import { openFunctions, type Instance } from './functions';
import { lossesIn } from './kept';
import { ModelledTime } from './modelled-time';
import { installPhones, Phone, type Tap } from './phone';

export interface MorningOptions {
  readonly people: number;
  /** They arrive evenly within it, ms. */
  readonly arriveWithinMs: number;
  /** How long somebody looks and types between two taps, ms. */
  readonly thinkMs: readonly [least: number, most: number];
  readonly plan: PlanQuotas | undefined;
  readonly random: () => number;
}

export interface Morning {
  readonly taps: readonly Tap[];
  /** What somebody saw that trying again did not solve. */
  readonly unsolved: readonly string[];
  readonly lost: readonly string[];
  /** Until the last one was done, ms. */
  readonly tookMs: number;
  /** Requests by action, refusals as `refused.<code>`. */
  readonly requests: Readonly<Record<string, number>>;
  /** Requests the database has carried out, by who asked. */
  readonly asked: Readonly<Record<string, number>>;
}

/** 09:30 in China. */
const START = Date.UTC(2026, 5, 3, 1, 30);
const MINUTE_MS = 60_000;
/** Modelled, not measured on the platform: what the database takes for one request. */
const DATABASE_MS = 15;
/** Real milliseconds: a transaction waits in modelled time, which may pass slowly here. Its 30 seconds are not modelled. */
const TRANSACTION_LIMIT_MS = 600_000;

/** Requests take their time, within the limits of whatever plan holds. */
const inTime = (time: ModelledTime, plan: () => Plan, asked: Asked): Plan => ({
  database: (work) =>
    plan().database(async () => {
      asked.count();
      await time.wait(DATABASE_MS);
      return work();
    }),
  run: (name, work) => plan().run(name, work),
  storage: (work) => plan().storage(work),
});

export const playMorning = async (options: MorningOptions): Promise<Morning> => {
  const { people, arriveWithinMs, thinkMs, random } = options;
  let plan = UNLIMITED;
  const time = new ModelledTime(START);
  const asked = new Asked();
  const inPlan = inTime(time, () => plan, asked);
  const cloud = await openCloud(START, { plan: inPlan, transactionLimitMs: TRANSACTION_LIMIT_MS });
  time.move(cloud.clock);
  const pause = (maxMs: number) => time.wait(Math.ceil(random() * maxMs));
  const openInstance = (isAwaited: boolean): Instance => {
    const options = { cloud, sendTimeoutMs: MINUTE_MS, pause, isAwaited };
    const kept = openPorts(options);
    return () => ({ ...kept, store: openPorts(options).store });
  };
  const functions = openFunctions({ time, plan: inPlan, openInstance });
  installPhones(functions.callFunction);
  const files = filesIn(cloud.stored);
  const graduates = graduatesOf(people);
  const unsolved: string[] = [];
  const phones: Phone[] = [];
  const [least, most] = thinkMs;
  const think = () => least + random() * (most - least);
  let isOver = false;

  const come = async (graduate: Graduate, index: number, inviteCode: string): Promise<void> => {
    const phone = new Phone(graduate.openid, time);
    phones.push(phone);
    await time.wait(((index + random()) / people) * arriveWithinMs);
    await handIn({ phone, files, inviteCode, think }, graduate).catch((error: unknown) => {
      unsolved.push(String(error));
    });
  };
  /** Every full minute, as in the whole day. */
  const keepTime = async (): Promise<void> => {
    while (!isOver) {
      await time.wait(MINUTE_MS - (time.now() % MINUTE_MS));
      await functions.runTimer().catch((error: unknown) => void unsolved.push(`the timer: ${String(error)}`));
    }
  };

  try {
    const inviteCodes = await time.until(foundCollege(openInstance(true)(), graduates));
    if (options.plan) plan = openPlan(options.plan, time, cloud.counters);
    resetCounters(cloud.counters);
    const startedAt = time.now();
    const timer = keepTime();
    await time.until(
      Promise.all(graduates.map((one, index) => come(one, index, inviteCodes.get(one.branch) ?? ''))),
    );
    const tookMs = time.now() - startedAt;
    isOver = true;
    await time.until(timer);
    return {
      taps: phones.flatMap(({ taps }) => taps),
      unsolved,
      lost: await lossesIn(cloud, graduates),
      tookMs,
      requests: { ...cloud.counters.requests },
      asked: asked.byAction,
    };
  } finally {
    await cloud.close();
  }
};
