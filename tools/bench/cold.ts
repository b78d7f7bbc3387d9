import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildFunctions } from '../build/functions';
import { measureColdStarts, median, type Candidate } from './cold-start';

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

/** `npm run bench:cold [-- --runs N]`: load and first answer of every function, against an empty function. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '31' } } });
  const dir = await mkdtemp(path.join(tmpdir(), 'cold-'));
  try {
    const candidates = await candidatesIn(dir);
    const times = await measureColdStarts(candidates, Number(values.runs));
    const empty = median(times.get('empty') ?? []);
    let worst = 0;
    for (const [name, list] of times) {
      const ratio = median(list) / empty;
      if (name !== 'empty') worst = Math.max(worst, ratio);
      console.log(`${name.padEnd(10)} ${median(list).toFixed(1).padStart(7)} ms  ${ratio.toFixed(2)}`);
    }
    console.log(`worst ${worst.toFixed(2)}, target ${TARGET}`);
    if (worst > TARGET) process.exitCode = 1;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
