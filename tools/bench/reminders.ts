/** `npm run bench:reminders`: our timer beside a textbook one, by calls, documents, time, lost and doubled. */
import { readTyped, reportFailure } from '../command-line/typed';
import { DELIVERY } from '../../cloudfunctions/_shared/kernel/policy';
import { DATABASE_LIMIT_MS, noticeIdOf, openProcess, type Death } from '../simulate/ports';
import { openBenchCloud, type BenchCloud } from './reminders-cloud';
import { DUE, isRefused, noticeOf, reminderIdOf } from './reminders-data';
import { minutesToSend, slowestSend } from './reminders-pace';
import { WECHAT_MS, type Counted } from './reminders-server';
import { bareSends, ours, textbook, type Timer } from './reminders-timers';

const USAGE = '用法：npm run bench:reminders';

/** 10:00 in China on 7 June 2027. */
const START = Date.UTC(2027, 5, 7, 2);
const SEND_TIMEOUT_MS = 1000;
const STORED = [1_000, 10_000, 100_000];
const AFTER_LEASE_MS = 61_000;
/** By then everything has its end: a lease lasts a minute, and nothing is tried more often. */
const MOST_TURNS = 12;
const MOST_RATIO = 1.3;
const MOST_PER_100 = 6;
/** A machine that is busy with other things only makes a run slower: of several the quickest counts. */
const PAIRS = 3;
/** What the sends take when nothing but WeChat is waited for. */
const SENDING_MS = (DUE / DELIVERY.parallelSends) * WECHAT_MS;
const MANY = 10_000;
const SLOW_MS = 300;
const MINUTES = 10;

interface Bench {
  readonly cloud: BenchCloud;
  readonly url: string;
  readonly clock: { at: number; now(): number };
}

const processOf = (bench: Bench, death?: Death) =>
  openProcess({
    cloud: bench,
    sendTimeoutMs: SEND_TIMEOUT_MS,
    // The database is never silent here: a loaded machine only makes it slow, which says nothing about the timer.
    databaseTimeoutMs: DATABASE_LIMIT_MS,
    // Nobody waits for the timer.
    isAwaited: false,
    death,
  });

type Measured = Counted & {
  readonly ms: number;
  /** Of this process, which is the timer: its waiting costs none. */
  readonly cpuMs: number;
};

const measure = async ({ cloud }: Bench, work: () => Promise<unknown>): Promise<Measured> => {
  await cloud.startCounting();
  const [startedAt, spent] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(spent);
  const ms = Math.round(performance.now() - startedAt);
  return { ...(await cloud.counted()), ms, cpuMs: Math.round((user + system) / 1000) };
};

const sendBare = (bench: Bench): Promise<Measured> => {
  const due = Array.from({ length: DUE }, (_, number) => noticeOf(number, START));
  return measure(bench, () => bareSends(processOf(bench), due));
};

/** One quiet run: what it costs by how much is stored. */
const costs = async (bench: Bench, name: string, timer: Timer, stored: number) => {
  await bench.cloud.prepare(stored, { faulty: false, ahead: timer.ahead });
  const run = await measure(bench, () => timer.run(processOf(bench)));
  return { timer: name, stored, ...run, per100: Number(((run.calls / DUE) * 100).toFixed(1)) };
};

interface Pair {
  readonly bare: Measured;
  readonly run: Measured;
}

const onePair = async (bench: Bench, timer: Timer): Promise<Pair> => {
  await bench.cloud.prepare(DUE, { faulty: false, ahead: timer.ahead });
  return { bare: await sendBare(bench), run: await measure(bench, () => timer.run(processOf(bench))) };
};

/** The timer beside the bare sends, in turn. */
const paces = async (bench: Bench, name: string, timer: Timer) => {
  const pairs: Pair[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) pairs.push(await onePair(bench, timer));
  const least = (of: (pair: Pair) => number): number => Math.min(...pairs.map(of));
  const [bareMs, ms] = [least(({ bare }) => bare.ms), least(({ run }) => run.ms)];
  const [bareCpuMs, cpuMs] = [least(({ bare }) => bare.cpuMs), least(({ run }) => run.cpuMs)];
  return {
    timer: name,
    bareMs,
    ms,
    ratio: Number((ms / bareMs).toFixed(2)),
    bareCpuMs,
    cpuMs,
    ratioByCpu: Number(((SENDING_MS + cpuMs) / (SENDING_MS + bareCpuMs)).toFixed(2)),
  };
};

const DUE_ONES = Array.from({ length: DUE }, (_, number) => ({ number, id: reminderIdOf(number, START) }));

const openOnes = async (cloud: BenchCloud): Promise<number> => {
  const stored = new Map((await cloud.notices()).map(({ _id, status }) => [_id, status]));
  return DUE_ONES.filter(({ id }) => ['planned', 'sending'].includes(stored.get(id) ?? 'planned')).length;
};

/** Turns, one after the end of each lease, until nothing is open; resolves to how many. */
const playOn = async ({ cloud, clock }: Bench, turn: () => Promise<unknown>): Promise<number> => {
  for (let turns = 0; ; turns += 1) {
    if (turns >= MOST_TURNS || (await openOnes(cloud)) === 0) return turns;
    clock.at += AFTER_LEASE_MS;
    await cloud.setClock(clock.at);
    await turn();
  }
};

/** Refusals, silence, two timers at once and one death; then turns until nothing is open. */
const promises = async (bench: Bench, name: string, timer: Timer) => {
  const { cloud, clock } = bench;
  clock.at = START;
  await cloud.prepare(10_000, { faulty: true, ahead: timer.ahead });
  const turn = (death?: Death) => timer.turn(processOf(bench, death)).catch(() => undefined);
  await Promise.all([turn({ call: 300, when: 'after' }), turn()]);
  const turns = await playOn(bench, turn);
  const times = new Map<string, number>();
  for (const page of await cloud.pagesSent())
    times.set(noticeIdOf(page), (times.get(noticeIdOf(page)) ?? 0) + 1);
  const stored = new Map((await cloud.notices()).map((notice) => [notice._id, notice]));
  const lost = DUE_ONES.filter(({ number, id }) => !isRefused(number) && !times.has(id)).length;
  const doubled = DUE_ONES.filter(({ id }) => (times.get(id) ?? 0) > 1);
  const uncounted = doubled.filter(({ id }) => !stored.get(id)?.mayRepeat).length;
  const open = await openOnes(cloud);
  return { timer: name, turns, lost, doubled: doubled.length, uncounted, open };
};

type Costs = Awaited<ReturnType<typeof costs>>;
type Paces = Awaited<ReturnType<typeof paces>>;
type Kept = Awaited<ReturnType<typeof promises>>;

const tellPace = ({ ms, bareMs }: Paces): void => {
  const many = { due: MANY, ownMs: Math.max(0, (ms - bareMs) / DUE) };
  const minutes = (sendMs: number) => minutesToSend({ ...many, sendMs });
  console.log(
    `${MANY} due leave in ${minutes(WECHAT_MS)} min at ${WECHAT_MS} ms a send, in ${minutes(SLOW_MS)} at ` +
      `${SLOW_MS} ms; within ${MINUTES} up to ${slowestSend(MINUTES, many)} ms.`,
  );
};

/**
 * On a busy machine both ways take what the others leave them, and the clock says little: then the processor's time
 * decides, as if none of it fell into the waiting for WeChat.
 */
const isSlow = ({ ratio, ratioByCpu }: Paces): boolean => Math.min(ratio, ratioByCpu) > MOST_RATIO;

const isOver = (rows: readonly Costs[], pace: Paces, { lost, uncounted, open }: Kept): boolean =>
  rows.some(({ per100 }) => per100 > MOST_PER_100) || isSlow(pace) || lost + uncounted + open > 0;

const main = async (): Promise<void> => {
  readTyped({ usage: USAGE });
  const clock = { at: START, now: () => clock.at };
  const cloud = await openBenchCloud(START);
  const bench: Bench = { cloud, url: await cloud.url(), clock };
  const [ourRows, others]: [Costs[], Costs[]] = [[], []];
  try {
    for (const stored of STORED) {
      ourRows.push(await costs(bench, 'ours', ours, stored));
      others.push(await costs(bench, 'textbook', textbook, stored));
    }
    console.log(`${DUE} due, a send takes ${WECHAT_MS} ms:`);
    console.table([...ourRows, ...others]);
    console.log(`beside the bare sends, the quickest of ${PAIRS} in turn:`);
    const pace = await paces(bench, 'ours', ours);
    console.table([pace, await paces(bench, 'textbook', textbook)]);
    tellPace(pace);
    console.log('10 % refused, 1 % without an answer, two timers at once, one of them dies:');
    const kept = await promises(bench, 'ours', ours);
    console.table([kept, await promises(bench, 'textbook', textbook)]);
    if (isOver(ourRows, pace, kept)) process.exitCode = 1;
  } finally {
    cloud.close();
  }
};

void main()
  .catch(reportFailure)
  .finally(() => process.exit());
