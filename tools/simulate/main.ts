/** `npm run simulate -- --runs N --seed S`: schedules of faults against the timer; exit code 1 on a violation. */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { simulate, type Report } from './simulate';

const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, share: { type: 'boolean' } },
});
const runs = Number(values.runs ?? 200);
const seed = Number(values.seed ?? 1);

/** One process runs its share of the schedules and hands the figures to the first. */
const runShare = async (): Promise<void> => {
  process.send?.(await simulate({ runs, seed }));
  process.disconnect();
};

const share = (from: number, count: number): Promise<Report> =>
  new Promise((resolve, reject) => {
    const args = ['--share', '--seed', String(from), '--runs', String(count)];
    const child = fork(__filename, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.once('message', (report) => resolve(report as Report));
    child.once('exit', (code) => reject(new Error(`a share ended with code ${code} and no report`)));
  });

const sum = (reports: readonly Report[]): Report => {
  const injected: Record<string, number> = {};
  for (const report of reports)
    for (const [name, count] of Object.entries(report.injected))
      injected[name] = (injected[name] ?? 0) + count;
  const total = (figure: Exclude<keyof Report, 'injected' | 'violations'>): number =>
    reports.reduce((all, report) => all + report[figure], 0);
  return {
    runs: total('runs'),
    rounds: total('rounds'),
    messages: total('messages'),
    duplicates: total('duplicates'),
    mayRepeat: total('mayRepeat'),
    injected,
    violations: reports.flatMap(({ violations }) => violations),
  };
};

const runAll = async (): Promise<void> => {
  const startedAt = performance.now();
  const processes = Math.min(availableParallelism(), runs);
  const size = Math.ceil(runs / processes);
  const counts = Array.from({ length: processes }, (_, number) => Math.min(size, runs - number * size));
  const shares = counts.map((count, number) => share(seed + number * size, count));
  const { violations, ...figures } = sum(await Promise.all(shares));
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(JSON.stringify({ seed, seconds, ...figures, violations: violations.length }, null, 2));
  for (const { rule, seed: own, detail } of violations) console.error(`seed ${own}: ${rule}: ${detail}`);
  process.exitCode = violations.length > 0 ? 1 : 0;
};

(values.share ? runShare() : runAll()).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
