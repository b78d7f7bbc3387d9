import { without, type Guard } from './guards';
import { simulate } from '../../../tools/simulate/simulate';

/** Seeds whose schedules bring the two together that the guard keeps apart, whatever the machine is doing meanwhile. */
const SEEDS: Readonly<Record<Guard, readonly number[]>> = {
  recheck: [5, 7, 8, 11],
  touch: [1, 5, 12, 54],
  record: [2, 3, 7, 13],
};

const noticedIn = async (seeds: readonly number[]): Promise<number | undefined> => {
  for (const seed of seeds) {
    const { violations } = await simulate({ runs: 1, seed, parts: ['depart'] });
    if (violations.length > 0) return seed;
  }
  return undefined;
};

it.each(Object.keys(SEEDS) as Guard[])(
  'notices when the guard is off: %s',
  async (guard) => {
    const seed = await without(guard, () => noticedIn(SEEDS[guard]));
    expect(SEEDS[guard]).toContain(seed);
  },
  120_000,
);
