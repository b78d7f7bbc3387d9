import { timelineOf } from '../../../../cloudfunctions/_shared/store/records/timeline';
import { DAY_MS, HOUR_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { GRADUATE, openUniversity, submitEmployed, TEACHER } from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await submitEmployed(world, GRADUATE);
});

const stored = () => {
  const [transfer] = world.store.all('transfers');
  if (!transfer) throw new Error('there is a transfer');
  return transfer;
};
const hurry = () => world.call(GRADUATE, 'graduate', 'hurry', { version: stored().version });
const asked = () =>
  world.store
    .all('notices')
    .filter(({ kind, accountId }) => kind === 'approval-asked' && accountId === TEACHER)
    .map(({ title }) => title);

it('tells the teacher, once the usual time has passed, and moves nothing', async () => {
  const { waitingSince } = stored();
  world.world.now += 24 * HOUR_MS;
  const { transfer } = dataOf(await hurry());
  expect(asked()).toEqual(['林小雨请你先批']);
  expect(transfer).toMatchObject({ state: 'submitted', waitsFor: 'college' });
  expect(stored().waitingSince).toBe(waitingSince);
});

it('is refused within the usual time, and the second time on one day; the next day it works again', async () => {
  world.world.now += 24 * HOUR_MS - 1;
  expect(errorOf(await hurry())).toBe('TRANSFER_ILLEGAL_STEP');
  world.world.now += 1;
  dataOf(await hurry());
  expect(errorOf(await hurry())).toBe('DAILY_LIMIT');
  world.world.now += DAY_MS;
  dataOf(await hurry());
  expect(asked()).toHaveLength(2);
});

it('is refused once it is approved', async () => {
  const { _id: transferId, version } = stored();
  world.world.now += DAY_MS;
  const decision = { transferId, version, decision: 'approve', seenOnSystem: false } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', decision));
  expect(errorOf(await hurry())).toBe('TRANSFER_ILLEGAL_STEP');
});

it('leaves the decision that a teacher has open as it was, however often it is asked', async () => {
  const { _id: transferId, version } = stored();
  const events = () => world.store.all('audits').filter(({ action }) => action === 'hurry');
  for (const day of [1, 2]) {
    world.world.now += DAY_MS;
    dataOf(await hurry());
    expect(events()).toHaveLength(day);
  }
  const decision = { transferId, version, decision: 'approve', seenOnSystem: false } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', decision));
  expect(stored().state).toBe('approved');
  expect(timelineOf(stored()).filter(({ step }) => step === 'hurry')).toHaveLength(2);
});
