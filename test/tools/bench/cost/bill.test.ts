import { billOf, monthOf } from '../../../../tools/bench/cost/bill';
import type { Plan } from '../../../../tools/bench/cost/prices';

const PLAN: Plan = {
  name: 'small',
  price: 20,
  included: { calls: 200_000, gbSeconds: 1000, storageGb: 2, trafficGb: 5 },
  beyond: { per10000Calls: 0.5, perGbAndDay: 0.1 },
  sources: [],
};
const NOTHING = { calls: 0, gbSeconds: 0, storageGb: 0, trafficGb: 0 };

it.each([
  ['nothing', NOTHING, 20],
  ['all that is included', { ...NOTHING, calls: 200_000, storageGb: 2 }, 20],
  ['twenty thousand calls more', { ...NOTHING, calls: 220_000 }, 21],
  ['a gigabyte more, all month', { ...NOTHING, storageGb: 3 }, 23],
])('bills %s', (_case, usage, yuan) => {
  expect(billOf(usage, PLAN).yuan).toBeCloseTo(yuan);
});

it('says where what the plan holds of run time and traffic is not enough', () => {
  expect(billOf({ ...NOTHING, gbSeconds: 1001, trafficGb: 6 }, PLAN)).toMatchObject({
    hasRunTime: false,
    hasTraffic: false,
  });
});

it('spreads a season over its busy months, and keeps all of its pictures', () => {
  const idle = { ...NOTHING, calls: 60_000 };
  const each = { calls: 400, gbSeconds: 10, storageGb: 0.001, trafficGb: 0.002 };
  expect(monthOf(idle, each, 1000, 2)).toEqual({
    calls: 260_000,
    gbSeconds: 5000,
    storageGb: 1,
    trafficGb: 1,
  });
});
