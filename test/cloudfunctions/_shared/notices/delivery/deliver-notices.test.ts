/** One run over all that is due: what it takes up, what ends it, and what it leaves for the next. */
import { DELIVERY } from '../../../../../cloudfunctions/_shared/kernel/policy';
import { deliverNotices } from '../../../../../cloudfunctions/_shared/notices/delivery/deliver-notices';
import { openRun } from '../../../../../cloudfunctions/_shared/notices/delivery/run';
import { QUOTA_CODE } from '../../../../../cloudfunctions/_shared/platform/send-outcome';
import type { Notice } from '../../../../../cloudfunctions/_shared/store/records';
import { giveCredits, GRADUATE, openUniversity, SECRETARY } from '../../../support/people';
import { dataOf, type World } from '../../../support/world';

const MINUTE = 60_000;
let world: World;
let due: Notice;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await giveCredits(world, SECRETARY, 3);
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  [due] = world.store.all('notices') as [Notice];
});

/** So many more like it, each due before the ones behind it and all of them before the first. */
const plant = (count: number, more: object = {}): void => {
  for (let index = 0; index < count; index += 1)
    world.store.plant('notices', { ...due, _id: `n-${index}`, nextAt: due.nextAt - count + index, ...more });
};
const stored = (id = due._id) => world.store.all('notices').find(({ _id }) => _id === id);
const deliver = (stopAt = world.world.now + MINUTE) =>
  deliverNotices(world.ports, openRun(world.ports, stopAt));
const failures = () => world.logged.filter(({ event }) => event === 'batch-failed').length;

it('sends what is due and says how it ended', async () => {
  expect(await deliver()).toEqual({ sent: 1 });
  expect(world.sent).toHaveLength(1);
  expect(stored()).toMatchObject({ status: 'sent', attempts: 1 });
  expect(await deliver()).toEqual({});
});

it('takes nothing up once its time is over', async () => {
  expect(await deliver(world.world.now)).toEqual({});
  expect(stored()).toEqual(due);
});

it('leaves whole batches untouched once WeChat takes nothing more that day', async () => {
  const account = world.store.all('accounts').find(({ _id }) => _id === SECRETARY);
  const rich = { progress: 999, deadline: 999, code: 999, task: 999 };
  world.store.plant('accounts', { ...account!, credits: rich });
  const atOnce = DELIVERY.firstBatchSize + DELIVERY.batchSize;
  plant(atOnce + 1);
  world.world.answer = () => ({ kind: 'busy', code: QUOTA_CODE });
  await deliver();
  expect(stored('n-0')).not.toMatchObject({ status: 'planned', nextAt: due.nextAt - atOnce - 1 });
  expect(stored(`n-${atOnce}`)).toEqual({ ...due, _id: `n-${atOnce}`, nextAt: due.nextAt - 1 });
  expect(stored()).toEqual(due);
});

it('finds behind a thousand that it cannot read what it can', async () => {
  plant(DELIVERY.lookAhead, { recordVersion: 99 });
  expect(await deliver()).toEqual({ sent: 1 });
  expect(stored()?.status).toBe('sent');
});

it('holds nothing while the season cannot be read, and ends', async () => {
  plant(DELIVERY.lookAhead - 1);
  const run = openRun(world.ports, world.world.now + MINUTE);
  const season = () => Promise.reject(new Error('the database is down'));
  expect(await deliverNotices(world.ports, { ...run, season })).toEqual({});
  expect(failures()).toBeGreaterThan(0);
  expect(stored()).toEqual(due);
  expect((await deliver()).sent).toBeGreaterThan(0);
});

it('ends when nothing can be claimed, and goes on with the batches that can', async () => {
  plant(DELIVERY.lookAhead - 1);
  const { changeAll } = world.store;
  const claiming = jest.spyOn(world.store, 'changeAll').mockRejectedValue(new Error('the database is down'));
  expect(await deliver()).toEqual({});
  const batches = failures();
  expect(batches).toBe(1 + Math.ceil((DELIVERY.lookAhead - DELIVERY.firstBatchSize) / DELIVERY.batchSize));
  claiming.mockImplementation(changeAll).mockRejectedValueOnce(new Error('the database is down'));
  await deliver();
  claiming.mockRestore();
  expect(failures()).toBe(batches + 1);
  expect(world.store.all('notices').filter(({ status }) => status === 'planned')).toEqual([]);
});
