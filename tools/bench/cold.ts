import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTyped, reportFailure, wholeNumber } from '../command-line/typed';
import { buildFunctions } from '../build/functions';
import { measureColdStarts, ratioOf, type Candidate } from './cold-start';
import { percentile } from './percentile';

const USAGE = '用法：npm run bench:cold -- [--runs 几轮]';

/** What every function would cost without this build: an empty one on the installed SDK. */
const EMPTY = `
const cloud = require(${JSON.stringify(createRequire(__filename).resolve('wx-server-sdk'))});
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
exports.main = async () => ({});
`;

const TARGET = 0.6;

const candidatesIn = async (dir: string): Promise<Candidate[]> => {
  const { names } = await buildFunctions({ outDir: dir });
  await writeFile(path.join(dir, 'empty.js'), EMPTY);
  return [
    { name: 'empty', file: path.join(dir, 'empty.js') },
    ...names.map((name) => ({ name, file: path.join(dir, name, 'index.js') })),
  ];
};

const print = (name: string, times: readonly number[], empty: readonly number[]): number => {
  const { median, from, to } = ratioOf(times, empty);
  const ms = `${percentile(times, 50).toFixed(0).padStart(5)} ms`;
  const spread = `middle half ${from.toFixed(2)}–${to.toFixed(2)}`;
  console.log(
    `${median <= TARGET || name === 'empty' ? '✓' : '✗'} ${name.padEnd(10)} ${ms}  ${median.toFixed(2)}  ${spread}`,
  );
  return median;
};

/** `npm run bench:cold [-- --runs N]`: load and first answer of every function, against an empty function. */
const main = async (): Promise<void> => {
  const { values } = readTyped({ usage: USAGE, options: { runs: { type: 'string', default: '31' } } });
  const runs = wholeNumber('runs', values.runs);
  const dir = await mkdtemp(path.join(tmpdir(), 'cold-'));
  try {
    const { empty = [], ...functions } = Object.fromEntries(
      await measureColdStarts(await candidatesIn(dir), runs),
    );
    print('empty', empty, empty);
    const worst = Math.max(...Object.entries(functions).map(([name, times]) => print(name, times, empty)));
    console.log(`${runs} rounds, Node ${process.version}; worst ${worst.toFixed(2)}, target ${TARGET}`);
    if (!(worst <= TARGET)) process.exitCode = 1;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};

void main().catch(reportFailure);
