import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { percentile } from './percentile';

const run = promisify(execFile);

export interface Candidate {
  readonly name: string;
  /** The function's `index.js`. */
  readonly file: string;
}

/** From `require` to the first answer, with a key no cipher takes: the call ends right after `init`. */
const PROBE = `
const [, file] = process.argv;
const start = process.hrtime.bigint();
const { main } = require(file);
Promise.resolve(main({ Type: 'Timer' })).then(() => {
  process.stdout.write(String(Number(process.hrtime.bigint() - start) / 1e6));
  process.exit(0);
});
`;

const SURROUNDINGS = {
  TENCENTCLOUD: 'true',
  TENCENTCLOUD_SECRETID: 'bench',
  TENCENTCLOUD_SECRETKEY: 'bench',
  TCB_ENV: 'bench',
  SCF_NAMESPACE: 'bench',
  FIELD_KEY: 'none',
};

const surroundingsOf = (name: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  ...SURROUNDINGS,
  // The timer has no caller; the others need one to get past their entry.
  ...(name === 'reminder' ? {} : { WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: 'oBench' }),
});

const once = async ({ name, file }: Candidate): Promise<number> => {
  const { stdout } = await run(process.execPath, ['-e', PROBE, file], { env: surroundingsOf(name) });
  // What the function logged stands before the figure.
  return Number(stdout.slice(stdout.lastIndexOf('\n') + 1));
};

/**
 * Milliseconds of each cold start by candidate, one new process each. Candidates alternate, so that whatever else
 * the machine does falls on all of them; the first round only warms the file cache.
 */
export const measureColdStarts = async (
  candidates: readonly Candidate[],
  runs: number,
): Promise<Map<string, number[]>> => {
  const times = new Map(candidates.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= runs; round += 1) {
    for (const candidate of candidates) {
      const elapsed = await once(candidate);
      if (round > 0) times.get(candidate.name)?.push(elapsed);
    }
  }
  return times;
};

export interface Ratio {
  readonly median: number;
  /** The middle half of the rounds lies between these. */
  readonly from: number;
  readonly to: number;
}

/**
 * `ours` to `theirs`, round by round: both were taken within the same second, so a machine that is busy for a while
 * slows both.
 */
export const ratioOf = (ours: readonly number[], theirs: readonly number[]): Ratio => {
  const ratios = ours.map((value, round) => value / (theirs[round] ?? NaN));
  return { median: percentile(ratios, 50), from: percentile(ratios, 25), to: percentile(ratios, 75) };
};
