/**
 * `npm run mutate -- <folder or file> [more tests …]`: changes the code piece by piece and runs the tests that mirror it,
 * and those named behind it. Prints every change that no test noticed. Exit code 1 under the score to be held.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Mistyped, readTyped, reportFailure } from '../command-line/typed';
import { scoreOf, survivorsOf } from './report';
import { mutatedBy, testsOf } from './scope';

const USAGE = '用法：npm run mutate -- 目录或文件 [更多测试 …]';

/** Per cent of the changes that have to be noticed. */
const SCORE_TO_HOLD = 85;

async function main(): Promise<void> {
  const [target, ...more] = readTyped({ usage: USAGE, takesNames: true }).names;
  if (!target) throw new Mistyped(USAGE);
  process.chdir(path.resolve(__dirname, '../..'));
  const missing = [target, ...more].find((place) => !existsSync(place));
  if (missing) throw new Mistyped(`没有 ${missing}。`);
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

void main().catch(reportFailure);
