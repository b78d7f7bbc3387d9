/** Where no receiver's clock runs, who waits is reminded some days after the school has let it go. */
import { atChinaTime, chinaDay } from '../../../../../miniprogram/domain/calendar/china-time';
import type { TransferState } from '../../../../../miniprogram/domain/transfer/states';
import { giveCredits, GRADUATE, openUniversity, submitEmployed } from '../../../support/people';
import type { World } from '../../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await giveCredits(world, GRADUATE, 5);
  await submitEmployed(world, GRADUATE);
});

const isReminder = ({ noticeId }: { noticeId: string }): boolean => noticeId.includes('still-waiting');

/** What is sent in the morning that many days after the school has let it go. */
const sentAfter = async (days: number, state: TransferState = 'approved'): Promise<string[]> => {
  const waitingSince = world.world.now;
  const [transfer] = world.store.all('transfers');
  const noClock = { clock: null, deadlineAt: null, deadlineDay: null };
  const waitsFor = state === 'approved' ? 'receiver' : 'nobody';
  world.store.plant('transfers', { ...transfer!, ...noClock, state, waitsFor, waitingSince });
  world.world.now = atChinaTime(chinaDay(waitingSince) + days, 9, 0);
  await world.tick();
  await world.tick();
  return world.sent.filter(isReminder).map(({ openid }) => openid);
};

it.each([
  [6, []],
  [7, [GRADUATE]],
  [8, []],
  [14, [GRADUATE]],
  [30, [GRADUATE]],
])('after %i days goes to %j, once', async (days, told) => {
  expect(await sentAfter(days)).toEqual(told);
});

it('says how long it has waited and what to do, and no day on which it would end', async () => {
  await sentAfter(7);
  const [notice] = world.store.all('notices').filter(({ kind }) => kind === 'still-waiting');
  expect(notice).toMatchObject({ title: '等了 7 天，对方还没接收', notAfter: expect.any(Number) });
  expect(notice?.text).not.toContain('到期');
});

it.each(['accepted', 'completed', 'recorded'] as const)('is not sent when it is %s', async (state) => {
  expect(await sentAfter(7, state)).toEqual([]);
});
