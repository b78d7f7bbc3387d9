import { SMALL_PLAN } from '../../../../tools/emulator/plan/quotas';
import { playMorning } from '../../../../tools/bench/peak/morning';
import { openRandom } from '../../../../tools/simulate/random';

it('loses nothing of twenty people who come at once under the small plan', async () => {
  const { lost, unsolved, requests, taps } = await playMorning({
    people: 20,
    arriveWithinMs: 20_000,
    thinkMs: [1_000, 10_000],
    plan: SMALL_PLAN,
    random: openRandom(3).next,
  });
  expect({ lost, unsolved }).toEqual({ lost: [], unsolved: [] });
  // Otherwise it would say nothing about the plan.
  expect(requests['refused.EXCEED_RATELIMIT']).toBeGreaterThan(100);
  expect(taps.length).toBeGreaterThanOrEqual(20 * 11);
}, 120_000);
