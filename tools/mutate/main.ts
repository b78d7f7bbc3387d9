/**
 * `npm run mutate -- <folder or file> [more tests …]`: changes the code piece by piece and runs the tests that mirror it,
 * and those named behind it. Prints every change that no test noticed. Exit code 1 under the score to be held.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { scoreOf, survivorsOf } from './report';
import { mutatedBy, testsOf } from './scope';

/** Per cent of the changes that have to be noticed. */
const SCORE_TO_HOLD = 85;

async function main([target, ...more]: readonly string[]): Promise<void> {
  if (!target) throw new Error('npm run mutate -- <folder or file> [more tests …]');
  process.chdir(path.resolve(__dirname, '../..'));
  const missing = [target, ...more].find((place) => !existsSync(place));
  if (missing) throw new Error(`there is no ${missing}`);
  const began = Date.now();
  // An ES module alone, which a script of this repository loads only so.
  const { Stryker } = await import('@stryker-mutator/core');
  const outcomes = await new Stryker({
    configFile: 'tools/mutate/stryker.config.mjs',
    mutate: [mutatedBy(target)],
    jest: { config: testsOf(target, more) },
  }).runMutationTest();
  const survivors = survivorsOf(outcomes, process.cwd());
  const score = scoreOf(outcomes);
  const each = (Date.now() - began) / 1000 / Math.max(1, outcomes.length);
  for (const line of survivors) console.log(line);
  console.log(`${outcomes.length} changes, ${survivors.length} unnoticed, ${each.toFixed(1)} s each`);
  console.log(`score ${score.toFixed(1)} %, at least ${SCORE_TO_HOLD} % wanted`);
  if (score < SCORE_TO_HOLD) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
