/** `npm run bench:reminders`: our timer beside a textbook one, by calls, documents, time, lost and doubled. */
import { readRecord, type Notice } from '../../cloudfunctions/_shared/records';
import { openCloud, type Cloud } from '../simulate/cloud';
import { noticeIdOf, openProcess, type Death } from '../simulate/ports';
import { resetCounters } from '../emulator/counters';
import { DUE, fill, isRefused, isSilent, personOf } from './reminders-data';
import { bareSends, ours, textbook, type Timer } from './reminders-timers';

/** 10:00 in China on 7 June 2027. */
const START = Date.UTC(2027, 5, 7, 2);
const SEND = 'wx.openApi:subscribeMessage.send';
/** Added to every send, as WeChat takes its time. */
const WECHAT_MS = 50;
const SEND_TIMEOUT_MS = 1000;
const STORED = [1_000, 10_000, 100_000];
const AFTER_LEASE_MS = 61_000;

interface Figures {
  readonly calls: number;
  readonly read: number;
  readonly scanned: number;
  readonly ms: number;
}

const slow = (cloud: Cloud): void =>
  void cloud.faults.add({ action: SEND, kind: 'delay', delayMs: WECHAT_MS });

const processOf = (cloud: Cloud, death?: Death) =>
  openProcess({ cloud, sendTimeoutMs: SEND_TIMEOUT_MS, death });

const measure = async (cloud: Cloud, work: () => Promise<unknown>): Promise<Figures> => {
  resetCounters(cloud.counters);
  const startedAt = performance.now();
  await work();
  const ms = Math.round(performance.now() - startedAt);
  const requests = Object.entries(cloud.counters.requests).filter(([action]) =>
    action.startsWith('database.'),
  );
  const calls = requests.reduce((sum, [, count]) => sum + count, 0);
  return { calls, read: cloud.counters.documentsRead, scanned: cloud.counters.documentsScanned, ms };
};

const noticesIn = async (cloud: Cloud): Promise<Notice[]> =>
  (await cloud.all('notices')).map((data) => readRecord('notices', data));

/** One quiet run: what it costs by how much is stored. */
const costs = async (cloud: Cloud, name: string, timer: Timer, stored: number) => {
  await cloud.reset();
  cloud.clock.at = START;
  await fill(cloud, { stored, faulty: false });
  const due = (await noticesIn(cloud)).filter(
    ({ nextAt, status }) => status === 'planned' && nextAt <= START,
  );
  slow(cloud);
  const bare = await measure(cloud, () => bareSends(processOf(cloud), due));
  const run = await measure(cloud, () => timer(processOf(cloud)));
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
const promises = async (cloud: Cloud, name: string, timer: Timer) => {
  await cloud.reset();
  cloud.clock.at = START;
  await fill(cloud, { stored: 10_000, faulty: true });
  for (let number = 0; number < DUE; number += 1)
    if (isSilent(number)) cloud.faults.add({ action: SEND, kind: 'hang', match: personOf(number), times: 1 });
  slow(cloud);
  const attempt = (death?: Death) => timer(processOf(cloud, death)).catch(() => undefined);
  await Promise.all([attempt({ call: 300, when: 'after' }), attempt()]);
  for (let tick = 0; tick < 4; tick += 1) {
    cloud.clock.at += AFTER_LEASE_MS;
    await attempt();
  }
  const times = new Map<string, number>();
  for (const { page } of cloud.wechat.messages())
    times.set(noticeIdOf(page), (times.get(noticeIdOf(page)) ?? 0) + 1);
  const stored = new Map((await noticesIn(cloud)).map((notice) => [notice._id, notice]));
  const due = Array.from({ length: DUE }, (_, number) => ({
    number,
    id: `t-2027-${number}:1:deadline-near-3`,
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
  const cloud = await openCloud(START);
  const timers = [
    ['ours', ours],
    ['textbook', textbook],
  ] as const;
  try {
    const rows = [];
    for (const stored of STORED)
      for (const [name, timer] of timers) rows.push(await costs(cloud, name, timer, stored));
    console.log(`${DUE} due, a send takes ${WECHAT_MS} ms:`);
    console.table(rows);
    console.log('10 % refused, 1 % without an answer, two timers at once, one of them dies:');
    console.table([await promises(cloud, 'ours', ours), await promises(cloud, 'textbook', textbook)]);
  } finally {
    await cloud.close();
  }
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
