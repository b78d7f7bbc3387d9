import { simulate } from '../../../tools/simulate/simulate';
import { BROKEN } from './broken-timers';

it.each(BROKEN)(
  'notices a timer that %s',
  async (_fault, seed, breakage) => {
    const { violations } = await simulate({ runs: 60, seed, forMs: 45_000, breakage });
    expect(violations).not.toEqual([]);
  },
  90_000,
);
