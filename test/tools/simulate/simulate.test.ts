import { openRandom } from '../../../tools/simulate/random';
import { simulate } from '../../../tools/simulate/simulate';

/** Twenty seconds of work, on a machine with ever so much else to do. */
const PATIENCE_MS = 600_000;

it(
  'keeps every promise in schedules of crashes, conflicts, silence, refusals and changes of the season',
  async () => {
    const { runs, rounds, messages, violations } = await simulate({
      runs: 12,
      seed: 1,
      parts: ['remind'],
    });
    expect(violations).toEqual([]);
    expect(runs).toBe(12);
    expect(rounds).toBeGreaterThan(runs * 10);
    expect(messages).toBeGreaterThan(runs);
  },
  PATIENCE_MS,
);

it(
  'keeps them when people are erased, unbound, replaced, moved, removed and purged beside all that',
  async () => {
    const { races, violations } = await simulate({ runs: 12, seed: 1, parts: ['depart'] });
    expect(violations).toEqual([]);
    expect(races).toBeGreaterThan(2);
  },
  PATIENCE_MS,
);

it('has the same chance again from the same seed', () => {
  const draw = (seed: number) => {
    const random = openRandom(seed);
    return Array.from({ length: 5 }, () => random.whole(1, 1000));
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});
