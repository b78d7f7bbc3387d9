/** `npm run bench:roster [-- --rows N]`: an import of a whole college beside the bare work it cannot do without. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { readTyped, reportFailure, wholeNumber } from '../command-line/typed';
import { COLUMNS } from '../../cloudfunctions/teacher/roster/columns';
import { writeXlsx } from '../../cloudfunctions/teacher/lazy/spreadsheets';
import config from '../../cloudfunctions/teacher/config.json';
import { ROSTER_FILE } from '../../cloudfunctions/_shared/roster/limits';
import { buildFunctions } from '../build/functions';
import { startEmulator, type Emulator } from '../emulator';
import { FUNCTION_ENV, product } from '../emulator/product';
import { SeedClient } from '../preview/seed/client';
import { BARE_COLLECTIONS, writeBareFunction } from './roster-bare';
import { peakMemoryOf } from './peak-memory';

const USAGE = '用法：npm run bench:roster -- [--rows 名单几行]';

const ADMINISTRATOR = 'o-bench';
const PEOPLE_PER_BRANCH = 40;
const TARGET = 3;
const HEADINGS = COLUMNS.map(({ heading }) => heading);

/** Somebody else than the people measured. */
const WARM_UP = 9_999_999;

const row = (index: number, name: string): string[] => [
  `26${String(index).padStart(7, '0')}`,
  `${name}${index}`,
  `第${Math.floor(index / PEOPLE_PER_BRANCH)}团支部`,
  '2004-03',
  '2026-06',
  '',
  index % PEOPLE_PER_BRANCH === 0 ? '是' : '',
];

const sheetOf = (rows: readonly string[][]): Promise<Buffer> =>
  writeXlsx([HEADINGS, ...rows], { sheet: '名单', widths: [] });

const people = (count: number, name: string): string[][] =>
  Array.from({ length: count }, (_, index) => row(index, name));

const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> => {
  const startedAt = performance.now();
  const result = await work();
  return { ms: performance.now() - startedAt, result };
};

/** What a teacher's phone does: uploads, looks at the dry run, and asks for the writing until it is done. */
const importSheet = async (client: SeedClient, collegeId: string, bytes: Buffer) => {
  const { folder } = await client.call(ADMINISTRATOR, 'teacher', 'rosterFolder', {});
  const fileId = await client.upload(ADMINISTRATOR, `${folder}/bench.xlsx`, bytes);
  const check = await timed(() =>
    client.call(ADMINISTRATOR, 'teacher', 'rosterUpload', { fileId, collegeId }),
  );
  const runId = check.result.run.id;
  const apply = await timed(async () => {
    for (;;) {
      const { run } = await client.call(ADMINISTRATOR, 'teacher', 'rosterApply', { runId });
      if (run.state === 'applied') return run;
    }
  });
  return { checkMs: check.ms, applyMs: apply.ms, run: apply.result };
};

/** 智慧团建's list of everybody on the roster, less each tenth, who has left: read from the file, then compared. */
const reconcileSheet = async (client: SeedClient, collegeId: string, names: readonly string[][]) => {
  const listed = names
    .filter((_, index) => index % 10 > 0)
    .map(([number, name, branch]) => [number, name, branch]);
  const bytes = await writeXlsx(
    [['学号', '姓名', '团支部'], ...listed.map((row) => row.map((cell) => cell ?? ''))],
    {
      sheet: '团员名单',
      widths: [],
    },
  );
  const { folder } = await client.call(ADMINISTRATOR, 'teacher', 'rosterFolder', {});
  const fileId = await client.upload(ADMINISTRATOR, `${folder}/list.xlsx`, bytes);
  const list = { collegeId, kind: 'members', from: { source: 'file', fileId } } as const;
  const read = await timed(() => client.call(ADMINISTRATOR, 'teacher', 'reconcileRead', list));
  const { id: runId, branches, lines } = read.result.run;
  const covered = branches.map(({ id }) => id);
  const compared = await timed(() =>
    client.call(ADMINISTRATOR, 'teacher', 'reconcileCompare', { runId, covered }),
  );
  const { findings, underWay, arrivedBefore } = compared.result.run;
  const said = Object.fromEntries(Object.entries(findings).map(([kind, { open }]) => [kind, open]));
  console.log(`对账 of ${lines} lines: ${JSON.stringify({ ...said, underWay, arrivedBefore })}`);
  return { readMs: Math.round(read.ms), compareMs: Math.round(compared.ms) };
};

const runBare = async (client: SeedClient, bytes: Buffer): Promise<number> => {
  const fileId = await client.upload(ADMINISTRATOR, 'bare/bench.xlsx', bytes);
  return (await timed(() => client.invoke(ADMINISTRATOR, 'bare', { fileId }))).ms;
};

const bareReply = v.object({
  result: v.object({ rows: v.number(), parseMs: v.number(), writeMs: v.number() }),
});
/** As many as one call writes within its limit on a slow machine. */
const BARE_ROWS = 1000;

/** The same people with other values, in several calls: the parse once, and what all of them wrote. */
const runBareUpdates = async (client: SeedClient, bytes: Buffer): Promise<number> => {
  const fileId = await client.upload(ADMINISTRATOR, 'bare/bench.xlsx', bytes);
  for (let [ms, from] = [0, 0]; ; from += BARE_ROWS) {
    const to = from + BARE_ROWS;
    const answer = await client.invoke(ADMINISTRATOR, 'bare', { fileId, from, to });
    const { result: reply } = v.parse(bareReply, answer);
    ms += (from === 0 ? reply.parseMs : 0) + reply.writeMs;
    if (to >= reply.rows) return ms;
  }
};

const measure = async (emulator: Emulator, rows: number): Promise<void> => {
  const client = new SeedClient(emulator.url);
  const code = FUNCTION_ENV.ADMIN_CODE;
  await client.call(ADMINISTRATOR, 'account', 'claimAdministrator', { code, name: '校团委' });
  const { collegeId } = await client.call(ADMINISTRATOR, 'teacher', 'createCollege', { name: '学院' });
  // Loads the code on both sides: the figure is about the work.
  const one = await sheetOf([row(WARM_UP, '热身')]);
  await importSheet(client, collegeId, one);
  await runBare(client, one);

  const first = await sheetOf(people(rows, '同学'));
  const renamed = await sheetOf(people(rows, '学生'));
  const insertionMs = await runBare(client, first);
  const updateMs = await runBareUpdates(client, renamed);
  const steps = [
    ['everybody new', first, insertionMs],
    ['the same again', first, insertionMs],
    ['everybody renamed', renamed, updateMs],
  ] as const;
  const table = [];
  for (const [step, bytes, bareMs] of steps) {
    const { checkMs, applyMs, run } = await importSheet(client, collegeId, bytes);
    const ms = checkMs + (run.total > 0 ? applyMs : 0);
    table.push({
      step,
      rows: run.rows,
      added: run.added,
      updated: run.updated,
      checkMs: Math.round(checkMs),
      applyMs: Math.round(applyMs),
      bareMs: Math.round(bareMs),
      ratio: Number((ms / bareMs).toFixed(2)),
    });
  }
  const lists = await reconcileSheet(client, collegeId, people(rows, '学生'));
  console.log(`对账: ${JSON.stringify({ ...lists, limitMs: config.timeout * 1000 })}`);
  console.log(
    `${rows} rows; bare: the parse of the same file, its rows kept from the look to the tap, and the writes nobody can do without`,
  );
  console.table(table);
  const peaks = { teacher: peakMemoryOf('teacher'), bare: peakMemoryOf('bare'), limit: config.memorySize };
  console.log(`peak memory in MB: ${JSON.stringify(peaks)}`);
  const isSlow = Math.max(lists.readMs, lists.compareMs) > config.timeout * 1000;
  const isOver = table.some(({ ratio }) => ratio > TARGET);
  if (isOver || isSlow || peaks.teacher > config.memorySize) process.exitCode = 1;
};

const main = async (): Promise<void> => {
  const { values } = readTyped({
    usage: USAGE,
    options: { rows: { type: 'string', default: String(ROSTER_FILE.maxRows) } },
  });
  const rows = wholeNumber('rows', values.rows);
  const dir = await mkdtemp(path.join(tmpdir(), 'bench-roster-'));
  const functionsDir = path.join(dir, 'functions');
  await buildFunctions({ outDir: functionsDir });
  await writeBareFunction(path.join(functionsDir, 'bare'));
  const emulator = await startEmulator({
    ...product,
    collections: [...product.collections, ...BARE_COLLECTIONS],
    port: 0,
    dataDir: path.join(dir, 'data'),
    functionsDir,
    functionEnv: FUNCTION_ENV,
    liveTimers: false,
  });
  try {
    await measure(emulator, rows);
  } finally {
    await emulator.close();
    await rm(dir, { recursive: true, force: true });
  }
};

void main()
  .catch(reportFailure)
  .finally(() => process.exit());
