/** Reminders leave in the turn that derives them, already claimed; nothing is lost or sent to somebody else by that. */
import { MINUTE_MS } from '../../../../../miniprogram/domain/calendar/china-time';
import {
  CLASSMATE,
  giveCredits,
  GRADUATE,
  memberNamed,
  openUniversity,
  TEACHER,
} from '../../../support/people';
import { dataOf, type World } from '../../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await giveCredits(world, GRADUATE, 5);
  const { comingReminders } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
  world.world.now = comingReminders[0]?.dueAt ?? 0;
});

const toGraduate = () => world.store.all('notices').find(({ accountId }) => accountId === GRADUATE);
const sentTo = (openid: string) => world.sent.filter((message) => message.openid === openid).length;
const store = () => world.ports.store;

it('sends a reminder in the turn that makes it, with one attempt', async () => {
  expect(await world.tick()).toMatchObject({ delivered: { sent: 1 } });
  expect(toGraduate()).toMatchObject({ status: 'sent', attempts: 1, mayRepeat: false });
  expect(sentTo(GRADUATE)).toBe(1);
});

it('sends what a timer that died had stored, after its lease, and counts that it may repeat', async () => {
  const { lookUp } = store();
  // Dead from the moment it has stored them.
  const died = new Error('died');
  const { changeAll } = store();
  let isDead = false;
  store().lookUp = (collection, ids) => {
    isDead ||= collection === 'accounts';
    return isDead ? Promise.reject(died) : lookUp(collection, ids);
  };
  store().changeAll = (collection, target, change) =>
    isDead && collection === 'notices' ? Promise.reject(died) : changeAll(collection, target, change);
  await world.tick();
  expect(toGraduate()).toMatchObject({ status: 'sending', attempts: 1 });
  Object.assign(store(), { lookUp, changeAll });
  world.world.now += MINUTE_MS;
  await world.tick();
  expect(toGraduate()).toMatchObject({ status: 'sent', mayRepeat: true });
  expect(sentTo(GRADUATE)).toBe(1);
});

it('gives them back without an attempt where the database fails before anybody is asked', async () => {
  const { lookUp } = store();
  const refusal = Object.assign(new Error('request timeout'), { errCode: -501001 });
  store().lookUp = (collection, ids) =>
    collection === 'accounts' ? Promise.reject(refusal) : lookUp(collection, ids);
  await world.tick();
  expect(toGraduate()).toMatchObject({ status: 'planned', attempts: 0, leaseId: null });
  store().lookUp = lookUp;
  await world.tick();
  expect(toGraduate()).toMatchObject({ status: 'sent', attempts: 1, mayRepeat: false });
});

it('sends each once where two timers make the same', async () => {
  await giveCredits(world, CLASSMATE, 5);
  await Promise.all([world.tick(), world.tick()]);
  world.world.now += 2 * MINUTE_MS;
  await world.tick();
  expect([sentTo(GRADUATE), sentTo(CLASSMATE)]).toEqual([1, 1]);
});

it('asks nobody whose WeChat was taken off the person while their reminder was made', async () => {
  const { insertMissing } = store();
  store().insertMissing = async (collection, records) => {
    if (collection === 'notices') {
      const { _id: memberId } = memberNamed(world, '林小雨');
      dataOf(await world.call(TEACHER, 'teacher', 'unbindMember', { memberId, reason: '不是本人' }));
    }
    return insertMissing(collection, records);
  };
  await world.tick();
  expect(sentTo(GRADUATE)).toBe(0);
  expect(toGraduate()?.status).toBe('cancelled');
});

it('leaves a reminder to the end of its time where its message is held by the night', async () => {
  const [season] = world.store.all('seasons');
  const hour = 9;
  world.store.plant('seasons', { ...season!, quietHours: { from: 22, to: hour + 1 } });
  await world.tick();
  expect(sentTo(GRADUATE)).toBe(0);
  world.world.now += 60 * MINUTE_MS;
  await world.tick();
  expect(sentTo(GRADUATE)).toBe(1);
});
