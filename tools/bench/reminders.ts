/** `npm run bench:reminders`: our timer beside a textbook one, by calls, documents, time, lost and doubled. */
import { noticeIdOf, openProcess, type Death } from '../simulate/ports';
import { openBenchCloud, type BenchCloud } from './reminders-cloud';
import { DUE, isRefused, noticeOf, reminderIdOf } from './reminders-data';
import { WECHAT_MS, type Counted } from './reminders-server';
import { bareSends, ours, textbook, type Timer } from './reminders-timers';

/** 10:00 in China on 7 June 2027. */
const START = Date.UTC(2027, 5, 7, 2);
const SEND_TIMEOUT_MS = 1000;
const STORED = [1_000, 10_000, 100_000];
const AFTER_LEASE_MS = 61_000;

interface Bench {
  readonly cloud: BenchCloud;
  readonly url: string;
  readonly clock: { at: number; now(): number };
}

const processOf = (bench: Bench, death?: Death) =>
  openProcess({ cloud: bench, sendTimeoutMs: SEND_TIMEOUT_MS, death });

const measure = async (
  { cloud }: Bench,
  work: () => Promise<unknown>,
): Promise<Counted & { readonly ms: number }> => {
  await cloud.startCounting();
  const startedAt = performance.now();
  await work();
  const ms = Math.round(performance.now() - startedAt);
  return { ...(await cloud.counted()), ms };
};

/** One quiet run: what it costs by how much is stored. */
const costs = async (bench: Bench, name: string, timer: Timer, stored: number) => {
  await bench.cloud.prepare(stored, { faulty: false, ahead: timer.ahead });
  const due = Array.from({ length: DUE }, (_, number) => noticeOf(number, START));
  const bare = await measure(bench, () => bareSends(processOf(bench), due));
  const run = await measure(bench, () => timer.run(processOf(bench)));
  const per100 = Number(((run.calls / DUE) * 100).toFixed(1));
  return {
    timer: name,
    stored,
    ...run,
    per100,
    bareMs: bare.ms,
    ratio: Number((run.ms / bare.ms).toFixed(2)),
  };
};

/** Refusals, silence, two timers at once and one death; then ticks until all leases have ended. */
const promises = async (bench: Bench, name: string, timer: Timer) => {
  const { cloud, clock } = bench;
  clock.at = START;
  await cloud.prepare(10_000, { faulty: true, ahead: timer.ahead });
  const attempt = (death?: Death) => timer.run(processOf(bench, death)).catch(() => undefined);
  await Promise.all([attempt({ call: 300, when: 'after' }), attempt()]);
  for (let tick = 0; tick < 4; tick += 1) {
    clock.at += AFTER_LEASE_MS;
    await cloud.setClock(clock.at);
    await attempt();
  }
  const times = new Map<string, number>();
  for (const page of await cloud.pagesSent())
    times.set(noticeIdOf(page), (times.get(noticeIdOf(page)) ?? 0) + 1);
  const stored = new Map((await cloud.notices()).map((notice) => [notice._id, notice]));
  const due = Array.from({ length: DUE }, (_, number) => ({
    number,
    id: reminderIdOf(number, START),
  }));
  const lost = due.filter(({ number, id }) => !isRefused(number) && !times.has(id)).length;
  const doubled = due.filter(({ id }) => (times.get(id) ?? 0) > 1);
  const uncounted = doubled.filter(({ id }) => !stored.get(id)?.mayRepeat).length;
  const open = due.filter(({ id }) =>
    ['planned', 'sending'].includes(stored.get(id)?.status ?? 'planned'),
  ).length;
  return { timer: name, lost, doubled: doubled.length, uncounted, open };
};

const main = async (): Promise<void> => {
  const clock = { at: START, now: () => clock.at };
  const cloud = await openBenchCloud(START);
  const bench: Bench = { cloud, url: await cloud.url(), clock };
  const timers = [
    ['ours', ours],
    ['textbook', textbook],
  ] as const;
  try {
    const rows = [];
    for (const stored of STORED)
      for (const [name, timer] of timers) rows.push(await costs(bench, name, timer, stored));
    console.log(`${DUE} due, a send takes ${WECHAT_MS} ms:`);
    console.table(rows);
    console.log('10 % refused, 1 % without an answer, two timers at once, one of them dies:');
    console.table([await promises(bench, 'ours', ours), await promises(bench, 'textbook', textbook)]);
  } finally {
    cloud.close();
  }
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
