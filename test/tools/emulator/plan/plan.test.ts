import { openCounters } from '../../../../tools/emulator/counters';
import { openPlan } from '../../../../tools/emulator/plan/plan';
import { SMALL_PLAN } from '../../../../tools/emulator/plan/quotas';
import type { PlanQuotas } from '../../../../tools/emulator/types';

const START = Date.parse('2027-05-31T15:59:00Z');

const openTest = (quotas: Partial<PlanQuotas> = {}) => {
  const clock = { at: START, now: () => clock.at };
  const counters = openCounters();
  const plan = openPlan({ ...SMALL_PLAN, ...quotas }, clock, counters);
  return { clock, counters, plan };
};
const done = () => Promise.resolve('done');
const after = () => {
  let finish = (): void => undefined;
  const end = new Promise<string>((resolve) => (finish = () => resolve('done')));
  return { work: () => end, finish: () => finish() };
};

describe('the small plan', () => {
  it('lets thirty requests to the database through within any second', async () => {
    const { clock, counters, plan } = openTest();
    for (let number = 0; number < 30; number += 1) {
      await plan.database(done);
      clock.at += 33;
    }
    clock.at = START + 999;
    await expect(plan.database(done)).rejects.toMatchObject({ code: 'EXCEED_RATELIMIT' });
    clock.at = START + 1000;
    expect(await plan.database(done)).toBe('done');
    await expect(plan.database(done)).rejects.toMatchObject({ code: 'EXCEED_RATELIMIT' });
    expect(counters.requests).toEqual({ 'refused.EXCEED_RATELIMIT': 2 });
  });

  it('lets the database work at twenty requests at once', async () => {
    const { plan } = openTest();
    const long = Array.from({ length: 20 }, after);
    const running = long.map(({ work }) => plan.database(work));
    await expect(plan.database(done)).rejects.toThrow('[LimitExceeded.NoValidConnection]');
    long[0]?.finish();
    await running[0];
    expect(await plan.database(done)).toBe('done');
    for (const { finish } of long) finish();
    await Promise.all(running);
  });

  it('runs a function twenty times at once, whatever the others do', async () => {
    const { plan } = openTest();
    const long = Array.from({ length: 20 }, after);
    const running = long.map(({ work }) => plan.run('graduate', work));
    await expect(plan.run('graduate', done)).rejects.toMatchObject({
      code: 'EXCEED_CONCURRENT_REQUEST_LIMIT',
    });
    expect(await plan.run('account', done)).toBe('done');
    for (const { finish } of long) finish();
    await Promise.all(running);
    expect(await plan.run('graduate', done)).toBe('done');
  });

  it('counts runs, requests and files of a month of China together', async () => {
    const { clock, plan } = openTest({ callsPerMonth: 3 });
    await plan.database(done);
    await plan.run('graduate', done);
    await plan.storage(done);
    for (const refused of [plan.database(done), plan.run('graduate', done), plan.storage(done)])
      await expect(refused).rejects.toMatchObject({ code: 'EXCEED_REQUEST_LIMIT' });
    clock.at = Date.parse('2027-05-31T16:00:00Z');
    expect(await plan.database(done)).toBe('done');
  });

  it('does nothing of what it refuses, and counts it for nothing', async () => {
    const { clock, plan } = openTest({ databasePerSecond: 1, callsPerMonth: 2 });
    const work = jest.fn(done);
    await plan.database(work);
    for (let number = 0; number < 5; number += 1)
      await expect(plan.database(work)).rejects.toMatchObject({ code: 'EXCEED_RATELIMIT' });
    clock.at += 1000;
    await plan.database(work);
    expect(work).toHaveBeenCalledTimes(2);
  });
});
