/**
 * `npm run simulate -- --runs N --seed S --only depart`: schedules of faults against the timer, and such in which people
 * leave, told of as they go; one kind of them with `--only`. Stopped before its end it prints what it has. Exit code 1 on
 * a violation, 130 when stopped.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { Mistyped, readTyped, reportFailure, wholeNumber } from '../command-line/typed';
import type { Report } from './report';
import { PART_NAMES, simulate, type Part } from './simulate';
import { Tally } from './tally';

const USAGE = '用法：npm run simulate -- [--runs 几轮] [--seed 从哪个数起] [--only remind|depart]';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const STOPPED_CODE = 130;

interface Asked {
  readonly runs: number;
  readonly seed: number;
  /** The one kind of schedules that is played; all of them without it. */
  readonly only: Part | undefined;
  /** Whether this process plays a share for another one. */
  readonly isShare: boolean;
}

const readAsked = (): Asked => {
  const { values } = readTyped({
    usage: USAGE,
    options: {
      runs: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      share: { type: 'boolean', default: false },
    },
  });
  const only = PART_NAMES.find((name) => name === values.only);
  if (values.only !== undefined && !only) throw new Mistyped(`没有 --only ${values.only}。\n${USAGE}`);
  const runs = wholeNumber('runs', values.runs);
  return { runs, seed: wholeNumber('seed', values.seed, { least: 0 }), only, isShare: values.share };
};

/** One process runs its share of the schedules and tells the first of each. */
const runShare = async ({ runs, seed, only }: Asked): Promise<void> => {
  // Ctrl-C reaches every process of the terminal; the first one decides.
  process.on('SIGINT', () => undefined);
  const parts = only ? [only] : PART_NAMES;
  await simulate({ runs, seed, parts, onRun: (report) => void process.send?.(report) });
  process.disconnect();
};

const openShare = ({ runs, seed, only }: Asked, onRun: (report: Report) => void): ChildProcess => {
  const kind = only === undefined ? [] : ['--only', only];
  const args = ['--share', '--seed', String(seed), '--runs', String(runs), ...kind];
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

/** The schedules in equal shares, one for each core; the last share may be smaller. */
const sharesOf = (asked: Asked): Asked[] => {
  const { runs, seed } = asked;
  const size = Math.ceil(runs / Math.min(availableParallelism(), runs));
  return Array.from({ length: Math.ceil(runs / size) }, (_, number) => ({
    ...asked,
    seed: seed + number * size,
    runs: Math.min(size, runs - number * size),
  }));
};

const runAll = async (asked: Asked): Promise<void> => {
  const startedAt = performance.now();
  const { runs, seed } = asked;
  const tally = new Tally({ runs, seed }, console.error, () => performance.now() - startedAt);
  const shares = sharesOf(asked).map((share) => openShare(share, (report) => tally.add(report)));
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

const main = async (): Promise<void> => {
  const asked = readAsked();
  await (asked.isShare ? runShare(asked) : runAll(asked));
};

void main().catch(reportFailure);
