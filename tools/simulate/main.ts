/**
 * `npm run simulate -- --runs N --seed S --only depart`: schedules of faults against the timer, and such in which people
 * leave, told of as they go; one kind of them with `--only`. Stopped before its end it prints what it has. Exit code 1 on
 * a violation, 130 when stopped.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Report } from './report';
import { PART_NAMES, simulate, type Part } from './simulate';
import { Tally } from './tally';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    share: { type: 'boolean' },
  },
});
const partsOf = (only: string | undefined): readonly Part[] => {
  const parts = PART_NAMES.filter((name) => only === undefined || name === only);
  if (parts.length === 0) throw new Error(`--only is one of ${PART_NAMES.join(', ')}`);
  return parts;
};
const parts = partsOf(values.only);
const runs = Number(values.runs ?? 200);
const seed = Number(values.seed ?? 1);
const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const STOPPED_CODE = 130;

/** One process runs its share of the schedules and tells the first of each. */
const runShare = async (): Promise<void> => {
  // Ctrl-C reaches every process of the terminal; the first one decides.
  process.on('SIGINT', () => undefined);
  await simulate({ runs, seed, parts, onRun: (report) => void process.send?.(report) });
  process.disconnect();
};

const openShare = (from: number, count: number, onRun: (report: Report) => void): ChildProcess => {
  const only = values.only === undefined ? [] : ['--only', values.only];
  const args = ['--share', '--seed', String(from), '--runs', String(count), ...only];
  const child = fork(__filename, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.on('message', (report) => onRun(report as Report));
  return child;
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once('close', (code, signal) => {
      if (code === 0 || signal !== null) resolve();
      else reject(new Error(`a share ended with code ${code}`));
    });
  });

const runAll = async (): Promise<void> => {
  const startedAt = performance.now();
  const tally = new Tally({ runs, seed }, console.error, () => performance.now() - startedAt);
  const processes = Math.min(availableParallelism(), runs);
  const size = Math.ceil(runs / processes);
  const shares = Array.from({ length: processes }, (_, number) => {
    const count = Math.min(size, runs - number * size);
    return openShare(seed + number * size, count, (report) => tally.add(report));
  });
  let isStopped = false;
  for (const signal of STOP_SIGNALS)
    process.once(signal, () => {
      isStopped = true;
      shares.forEach((child) => child.kill('SIGTERM'));
    });
  await Promise.all(shares.map(ended));
  console.log(tally.summary());
  process.exitCode = !tally.isClean ? 1 : isStopped ? STOPPED_CODE : 0;
};

(values.share ? runShare() : runAll()).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
