/** `npm run simulate -- --runs N --seed S`: schedules of faults against the timer; exit code 1 on a violation. */
import { parseArgs } from 'node:util';
import { simulate } from './simulate';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const runs = Number(values.runs ?? 200);
const seed = Number(values.seed ?? 1);
const EVERY = 100;

const startedAt = performance.now();
simulate({ runs, seed }, (done) => {
  if (done % EVERY === 0) process.stderr.write(`${done} of ${runs}\n`);
})
  .then(({ violations, ...figures }) => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    console.log(JSON.stringify({ seed, seconds, ...figures, violations: violations.length }, null, 2));
    for (const { rule, seed: own, detail } of violations) console.error(`seed ${own}: ${rule}: ${detail}`);
    process.exitCode = violations.length > 0 ? 1 : 0;
  })
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
