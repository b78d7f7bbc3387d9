import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { measureColdStarts, ratioOf } from '../../../tools/bench/cold-start';
import { builtFunctions } from '../../../tools/browser/broker';
import { functionNames } from '../../../tools/build/functions';

/** By this the SDK knows that it runs in a function; elsewhere it loads what it asks a server with. */
const IN_A_FUNCTION = { TENCENTCLOUD_RUNENV: 'SCF', TCB_ENV: 'test', SCF_NAMESPACE: 'test' };

describe('a cold start', () => {
  let dir: string;
  let names: string[];
  beforeAll(async () => {
    dir = await builtFunctions();
    names = await functionNames();
  });

  it('reads one file: the heavy parts wait until they are used', () => {
    for (const name of names) {
      const file = path.join(dir, name, 'index.js');
      const program = `require(${JSON.stringify(file)}); process.stdout.write(Object.keys(require.cache).join())`;
      const read = execFileSync(process.execPath, ['-e', program], {
        env: { ...process.env, ...IN_A_FUNCTION },
        encoding: 'utf8',
      });
      expect(read.split(',').map((one) => path.relative(dir, one))).toEqual([`${name}/index.js`]);
    }
  });

  it('is timed in a process of its own, up to the first answer', async () => {
    const times = await measureColdStarts([{ name: 'account', file: path.join(dir, 'account/index.js') }], 2);
    const list = times.get('account') ?? [];
    expect(list).toHaveLength(2);
    for (const elapsed of list) expect(elapsed).toBeGreaterThan(1);
  });
});

it('is compared round by round, so that a slow moment counts for both', () => {
  expect(ratioOf([1, 20, 3], [2, 40, 6])).toEqual({ median: 0.5, from: 0.5, to: 0.5 });
});
