/**
 * `npm run bench:cost [-- --people N]`: what an installation costs: a month on which nothing happens, a graduate's whole
 * season, and by a price list (`prices.ts`) the month's bill for 0, 100, 1,000 and 10,000 graduates. Fails over its lines.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTyped, reportFailure, wholeNumber } from '../../command-line/typed';
import { buildFunctions } from '../../build/functions';
import { startEmulator } from '../../emulator';
import { FUNCTION_ENV, product } from '../../emulator/product';
import { chinaTime } from '../../preview/seed/deed';
import { SeedClient } from '../../preview/seed/client';
import type { ActionSpan } from '../../emulator/types';
import { CallRecorder, type Sample } from '../calls/recorder';
import { billOf, monthOf, type Usage } from './bill';
import { countIdleDay } from './idle';
import { SMALL_PLAN } from './prices';
import { found, PAGE_OPENS, playSeason } from './season';

const USAGE = '用法：npm run bench:cost -- [--people 几个人]';

const DAYS_OF_MONTH = 30;
/** Runs and requests of a month without anybody, and of a graduate's season. */
const MOST_IDLE = 60_000;
const MOST_SEASON = 400;
/** A season's work falls into two busy months. */
const BUSY_MONTHS = 2;
const GRADUATES = [0, 100, 1_000, 10_000];
const MEMORY_GB = 0.25;
const GB = 1024 ** 3;

interface Counters {
  readonly requests: Readonly<Record<string, number>>;
  readonly functions: Readonly<Record<string, number>>;
  readonly bytesOut: number;
}

const sum = (counts: Readonly<Record<string, number>>, wanted: (name: string) => boolean): number =>
  Object.entries(counts)
    .filter(([name]) => wanted(name))
    .reduce((total, [, count]) => total + count, 0);

interface Season {
  readonly invocations: number;
  readonly database: number;
  readonly storage: number;
  readonly ofWeChat: number;
  readonly seconds: number;
  readonly pictureBytes: number;
  readonly bytesOut: number;
  readonly byAction: ReadonlyMap<string, readonly Sample[]>;
}

/** An emulator with nothing in it but the functions, whose timers stand still, and what the database did for each call. */
const openFresh = async () => {
  const functionsDir = await mkdtemp(path.join(tmpdir(), 'functions-'));
  const dataDir = await mkdtemp(path.join(tmpdir(), 'cost-'));
  await buildFunctions({ outDir: functionsDir });
  const spans: ActionSpan[] = [];
  const emulator = await startEmulator({
    ...product,
    onAction: (span) => void spans.push(span),
    port: 0,
    dataDir,
    functionsDir,
    functionEnv: FUNCTION_ENV,
    liveTimers: false,
    log: () => undefined,
  });
  const runTimer = () =>
    fetch(`${emulator.url}/control/timers/run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ function: 'reminder' }),
    });
  /** Read, or set to nothing. */
  const calls = async (method: 'GET' | 'DELETE') =>
    (await (await fetch(`${emulator.url}/control/calls`, { method })).json()) as Counters;
  const close = async (): Promise<void> => {
    await emulator.close();
    await rm(dataDir, { recursive: true, force: true });
    await rm(functionsDir, { recursive: true, force: true });
  };
  return { url: emulator.url, spans, runTimer, calls, close };
};

const toSeason = (
  { requests, functions, bytesOut }: Counters,
  turns: number,
  byAction: Season['byAction'],
): Season => ({
  // The timer runs anyway: its turns are part of the idle month, what it asks for them is not.
  invocations: sum(functions, () => true) - turns,
  database: sum(requests, (name) => name.startsWith('database.')),
  storage: sum(requests, (name) => name.startsWith('storage.') || name === 'client.uploadFile'),
  ofWeChat: functions['wechat'] ?? 0,
  seconds: [...byAction.values()].flat().reduce((total, { ms }) => total + ms / 1000, 0),
  pictureBytes: requests['client.uploadFile'] ?? 0,
  bytesOut,
  byAction,
});

const countSeason = async (people: number): Promise<Season> => {
  const { url, spans, runTimer, calls, close } = await openFresh();
  try {
    const client = new SeedClient(url);
    const recorder = new CallRecorder(client, spans);
    const now = chinaTime('06-03 10:00');
    await client.setClock(now);
    const bench = { client, recorder, url, people, now };
    const inviteCode = await found(bench);
    await calls('DELETE');
    recorder.samples.clear();
    let turns = 0;
    const stage = {
      moveTo: (at: number) => client.setClock(at),
      runTimer: async () => {
        turns += 1;
        await runTimer();
      },
    };
    await playSeason(bench, stage, inviteCode);
    return toSeason(await calls('GET'), turns, new Map(recorder.samples));
  } finally {
    await close();
  }
};

/** A screenshot of a phone, as WeChat compresses it. */
const PICTURE_GB = 0.0004;

const perGraduate = (season: Season, people: number): Usage => ({
  calls: (season.invocations + season.database + season.storage) / people,
  gbSeconds: (season.seconds * MEMORY_GB) / people,
  storageGb: (season.pictureBytes * PICTURE_GB) / people,
  trafficGb: season.bytesOut / GB / people,
});

/** What the calls of a season ask of the database, the dearest first; what WeChat pushes meanwhile counts with them. */
const callsOf = ({ byAction }: Season, people: number) =>
  Object.fromEntries(
    [...byAction]
      .map(([action, samples]) => {
        const requests = samples.reduce((total, { cost }) => total + cost.requests, 0);
        const each = (count: number): number => Number((count / people).toFixed(1));
        return [
          action,
          { 'calls a person': each(samples.length), 'requests a person': each(requests) },
        ] as const;
      })
      .sort(([, one], [, other]) => other['requests a person'] - one['requests a person']),
  );

const line = (name: string, value: number, most: number): boolean => {
  console.log(`${name}: ${Math.round(value)} of ${most}`);
  return value <= most;
};

const main = async (): Promise<void> => {
  const { values } = readTyped({ usage: USAGE, options: { people: { type: 'string', default: '30' } } });
  const people = wholeNumber('people', values.people);
  const day = await countIdleDay();
  const season = await countSeason(people);
  const each = perGraduate(season, people);
  const of = (count: number): string => (count / people).toFixed(1);
  console.log(`idle day: ${day.runs} runs of the timer, ${day.requests.toFixed(1)} requests to the database`);
  console.log(
    `a graduate's season with ${PAGE_OPENS} page opens: ${of(season.invocations)} runs (${of(season.ofWeChat)} of them` +
      ` for WeChat's events), ${of(season.database)} requests to the database, ${of(season.storage)} to the storage,` +
      ` ${each.gbSeconds.toFixed(1)} GB-s on this machine`,
  );
  console.table(callsOf(season, people));
  const idleCalls = (day.runs + day.requests) * DAYS_OF_MONTH;
  const isIdleKept = line(`idle month (${DAYS_OF_MONTH} days)`, idleCalls, MOST_IDLE);
  const isSeasonKept = line('a graduate’s season', each.calls, MOST_SEASON);
  const idle = { calls: idleCalls, gbSeconds: 0, storageGb: 0, trafficGb: 0 };
  console.table(
    GRADUATES.map((graduates) => {
      const month = monthOf(idle, each, graduates, BUSY_MONTHS);
      const { yuan, hasRunTime, hasTraffic } = billOf(month, SMALL_PLAN);
      return {
        graduates,
        'calls a month': Math.round(month.calls),
        'GB-s': Math.round(month.gbSeconds),
        'storage GB': Number(month.storageGb.toFixed(2)),
        'traffic GB': Number(month.trafficGb.toFixed(2)),
        yuan: Number(yuan.toFixed(1)),
        'run time fits': hasRunTime,
        'traffic fits': hasTraffic,
      };
    }),
  );
  for (const { where, read, isCertain } of SMALL_PLAN.sources)
    console.log(`${isCertain ? '' : 'not certain: '}${where}（${read}）`);
  if (!isIdleKept || !isSeasonKept) process.exitCode = 1;
};

void main().catch(reportFailure);
