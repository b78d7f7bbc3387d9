/**
 * `npm run bench:call [-- --people N --rows N]`: every action of every function on the emulator: warm times,
 * requests and round trips to the database, and the memory each function came to, also with a roster of N rows. Fails
 * when an action exceeds its budget (`calls/budgets.ts`) or is not called, or a function its memory.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTyped, reportFailure, wholeNumber } from '../command-line/typed';
import { buildFunctions } from '../build/functions';
import { readDeclared } from '../deploy/functions/declared';
import { startEmulator } from '../emulator';
import { FUNCTION_ENV, product } from '../emulator/product';
import type { ActionSpan } from '../emulator/types';
import { SeedClient } from '../preview/seed/client';
import { BUDGET_OF, excessOf } from './calls/budgets';
import { MOST_REQUESTS, MOST_ROUND_TRIPS, WRITTEN_PAGE } from './calls/page-budgets';
import { committeeDay, foundCollege, importFile, type College } from './calls/college';
import { comeThrough, signIn } from './calls/graduate';
import { peakMemory } from './calls/memory';
import { BRANCH, OTHER_BRANCH, rosterOf, type Bench } from './calls/people';
import { clearAway, notDelivered } from './calls/afterwards';
import { otherRules } from './calls/other-rules';
import { putRight } from './calls/put-right';
import { reconcile } from './calls/reconcile';
import { CallRecorder, type Sample } from './calls/recorder';
import { cheapest, dearest, type DatabaseCost } from './calls/round-trips';
import { exportAll, secretaryDay, teacherDay } from './calls/staff';
import { percentile } from './percentile';

const USAGE = '用法：npm run bench:call -- [--people 几个人] [--rows 名单几行]';

/** Added to every request to the database while round trips are counted, so that neighbours can be told apart. */
const LATENCY_MS = 40;
/** Every third needs the teacher to log in. */
const COUNTED_PEOPLE = 3;
const PICTURE_VERDICT = 'wxa_media_check';
const DATABASE_ACTIONS = [
  'insertDocument',
  'getDocument',
  'calculateDocument',
  'modifyDocument',
  'modifyAndReturnDoc',
  'removeDocument',
  'aggregateDocuments',
  'startTransaction',
  'commitTransaction',
];

interface Run {
  readonly samples: ReadonlyMap<string, readonly Sample[]>;
  readonly again: ReadonlyMap<string, readonly DatabaseCost[]>;
  readonly memory: Readonly<Record<string, number>>;
}

const everybody = async (bench: Bench): Promise<College> => {
  const college = await foundCollege(bench);
  await signIn(bench, 0, college.inviteCode);
  for (let index = 1; index <= bench.people; index += 1) await comeThrough(bench, index, college.inviteCode);
  await secretaryDay(bench, college.branchId);
  await teacherDay(bench, college);
  await committeeDay(bench, college.collegeId);
  await putRight(bench, college);
  await notDelivered(bench, college.collegeId);
  await otherRules(bench, college, () => reconcile(bench, college));
  await clearAway(bench);
  return college;
};

/** Many rows through the same functions, for their memory. */
const manyRows = async (bench: Bench, { collegeId }: College, rows: number): Promise<void> => {
  const [headings = [], ...some] = rosterOf(rows).map((row) =>
    row.map((cell) => (cell === BRANCH ? OTHER_BRANCH : cell)),
  );
  const renumbered = some
    .slice(0, rows)
    .map((row, index) => [`9${String(index).padStart(8, '0')}`, ...row.slice(1)]);
  await importFile(bench, collegeId, [headings, ...renumbered]);
  await exportAll(bench);
};

const runSeason = async (
  functionsDir: string,
  people: number,
  rows: number,
  latencyMs: number,
): Promise<Run> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'calls-'));
  const spans: ActionSpan[] = [];
  // What WeChat pushes comes in its own time, and would be counted with whatever is measured then.
  const pushes: Record<string, string> = {};
  const hearVerdicts = (hears: boolean): void => {
    if (hears) Object.assign(pushes, { [PICTURE_VERDICT]: 'wechat' });
    else delete pushes[PICTURE_VERDICT];
  };
  const emulator = await startEmulator({
    ...product,
    pushes,
    port: 0,
    dataDir,
    functionsDir,
    functionEnv: FUNCTION_ENV,
    liveTimers: false,
    instancesPerFunction: 1,
    onAction: (span) => void spans.push(span),
    log: () => undefined,
  });
  const client = new SeedClient(emulator.url);
  // Twice only where time is no matter: with latency every call is dear.
  const opensTwice = (action: string): boolean =>
    latencyMs === 0 && action in MOST_REQUESTS && action !== WRITTEN_PAGE;
  const recorder = new CallRecorder(client, spans, opensTwice);
  const fault = (action: string) => ({ action: `database.${action}`, kind: 'delay', delayMs: latencyMs });
  const post = { method: 'POST', headers: { 'content-type': 'application/json' } };
  if (latencyMs > 0)
    for (const action of DATABASE_ACTIONS)
      await fetch(`${emulator.url}/control/faults`, { ...post, body: JSON.stringify(fault(action)) });
  try {
    const now = Date.parse('2026-06-03T10:00:00+08:00');
    await client.setClock(now);
    const bench = { client, recorder, url: emulator.url, people, now, hearVerdicts };
    const college = await everybody(bench);
    const samples = new Map(recorder.samples);
    if (rows > 0) await manyRows(bench, college, rows);
    // The timer's function is called by nobody.
    await fetch(`${emulator.url}/control/timers/run`, { ...post, body: '{}' });
    return { samples, again: new Map(recorder.again), memory: peakMemory(functionsDir) };
  } finally {
    await emulator.close();
    await rm(dataDir, { recursive: true, force: true });
  }
};

const costOf = (samples: readonly Sample[]): DatabaseCost => dearest(samples.map(({ cost }) => cost));

/** Of a warm instance: what is remembered for a minute is not asked for. */
const warmRequests = ({ samples, again }: Run, page: string): number => {
  const opened = again.get(page) ?? [];
  if (opened.length > 0) return Math.max(...opened.map(({ requests }) => requests));
  // Of one that writes: the first one is of a cold instance.
  const [, ...warm] = samples.get(page) ?? [];
  return Math.max(0, ...warm.map(({ cost }) => cost.requests));
};

const rowOf = (action: string, timed: readonly Sample[], cost: DatabaseCost) => {
  // The first call of a function starts its process.
  const warm = timed.length > 1 ? timed.slice(1) : timed;
  const times = warm.map(({ ms }) => ms);
  const { before, inside, documents, after, roundTrips, requests, writes } = cost;
  return {
    action,
    calls: timed.length,
    'p50 ms': Number(percentile(times, 50).toFixed(1)),
    'p95 ms': Number(percentile(times, 95).toFixed(1)),
    before,
    inside,
    documents,
    after,
    'round trips': roundTrips,
    requests,
    writes,
  };
};

const ACTIONS = [...BUDGET_OF.keys()];

/** Whether every action was called and kept to its budget. */
const keepsBudgets = (costs: ReadonlyMap<string, DatabaseCost>, timed: Run): boolean => {
  const missed = ACTIONS.filter((action) => !costs.has(action));
  if (missed.length > 0) console.log(`not called: ${missed.join(', ')}`);
  const lines = [...costs].flatMap(([action, cost]) => {
    const budget = BUDGET_OF.get(action);
    const excess = budget ? excessOf(cost, budget) : [];
    return excess.length > 0 ? [`over budget: ${action}: ${excess.join(', ')}`] : [];
  });
  for (const [page, most] of Object.entries(MOST_REQUESTS)) {
    const asked = warmRequests(timed, page);
    if (asked > most) lines.push(`over budget: ${page}: ${asked} requests of ${most} on a warm instance`);
  }
  const inTurn = costs.get(WRITTEN_PAGE)?.roundTrips ?? 0;
  if (inTurn > MOST_ROUND_TRIPS)
    lines.push(`over budget: ${WRITTEN_PAGE}: ${inTurn} round trips of ${MOST_ROUND_TRIPS}`);
  for (const line of lines) console.log(line);
  return missed.length === 0 && lines.length === 0;
};

/** On a machine that is busy with other things requests of one moment drift apart; never closer. */
const leastOf = (one: DatabaseCost, other: DatabaseCost | undefined): DatabaseCost =>
  other ? cheapest([one, other]) : one;

const countTrips = async (functionsDir: string): Promise<ReadonlyMap<string, DatabaseCost>> => {
  const count = async () => {
    const { samples } = await runSeason(functionsDir, COUNTED_PEOPLE, 0, LATENCY_MS);
    return new Map([...samples].map(([action, some]) => [action, costOf(some)]));
  };
  const first = await count();
  const isOver = [...first].some(([action, cost]) => {
    const budget = BUDGET_OF.get(action);
    return budget !== undefined && excessOf(cost, budget).length > 0;
  });
  if (!isOver) return first;
  const second = await count();
  return new Map([...first].map(([action, cost]) => [action, leastOf(cost, second.get(action))]));
};

const reportMemory = (functionsDir: string, memory: Run['memory']): boolean => {
  const rows = Object.entries(memory).map(([name, peak]) => {
    const limit = readDeclared(functionsDir, name).memorySize;
    return { function: name, 'peak MB': peak, 'of MB': limit, fits: peak <= limit };
  });
  console.table(rows);
  return rows.every(({ fits }) => fits);
};

const main = async (): Promise<void> => {
  const { values } = readTyped({
    usage: USAGE,
    options: { people: { type: 'string', default: '20' }, rows: { type: 'string', default: '10000' } },
  });
  const people = wholeNumber('people', values.people);
  const rows = wholeNumber('rows', values.rows);
  const dir = await mkdtemp(path.join(tmpdir(), 'functions-'));
  try {
    await buildFunctions({ outDir: dir });
    const counted = await countTrips(dir);
    const timed = await runSeason(dir, people, rows, 0);
    const costs = [...counted].map(([action, cost]) => rowOf(action, timed.samples.get(action) ?? [], cost));
    console.table(costs);
    if (!keepsBudgets(counted, timed)) process.exitCode = 1;
    console.log(`memory, with a roster of ${rows} rows imported and every list exported:`);
    if (!reportMemory(dir, timed.memory)) process.exitCode = 1;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};

void main().catch(reportFailure);
