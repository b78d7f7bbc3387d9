import { SMALL_PLAN } from '../../../../tools/emulator/plan/quotas';
import { playMorning } from '../../../../tools/bench/peak/morning';
import { openRandom } from '../../../../tools/simulate/random';

it('says that the month is used up, instead of asking again and again', async () => {
  jest.spyOn(console, 'error').mockImplementation();
  const { unsolved, taps } = await playMorning({
    people: 1,
    arriveWithinMs: 1_000,
    thinkMs: [1_000, 2_000],
    plan: { ...SMALL_PLAN, callsPerMonth: 30 },
    random: openRandom(5).next,
  });
  expect(unsolved.filter((line) => !line.startsWith('the timer'))).toEqual([
    expect.stringMatching(/: graduate\.\w+: MONTH_USED_UP$/),
  ]);
  expect(taps.filter(({ failure }) => failure !== undefined)).toHaveLength(1);
}, 60_000);

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
  expect(taps.length).toBeGreaterThanOrEqual(20 * 9);
}, 120_000);
