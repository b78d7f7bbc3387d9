/** Counters that have drifted are right again the next morning, without anybody's hand. */
import { comparedNextAt, compareCounters } from '../../../cloudfunctions/reminder/compare-counters';
import { atChinaTime, chinaDay, DAY_MS, MINUTE_MS } from '../../../miniprogram/domain/calendar/china-time';
import { wakeTimer } from '../../../tools/admin/wake';
import { GRADUATE, openUniversity, submitEmployed, TEACHER, type University } from '../support/people';
import { dataOf, type World } from '../support/world';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
  await submitEmployed(world, GRADUATE);
  await board();
  await morning(1);
});

const board = async () => {
  const { funnel, byState } = dataOf(await world.call(TEACHER, 'teacher', 'board', {}));
  return { funnel, byState };
};
/** The first turn of the timer on a day from now. */
const morning = async (days: number): Promise<void> => {
  world.world.now = atChinaTime(chinaDay(world.world.now) + days, 7, 0);
  await world.tick();
};
const tally = () => {
  const found = world.store.all('tallies').find(({ cells }) => cells.length > 0);
  if (!found) throw new Error('the submission is counted');
  return found;
};
const spoilTally = async (): Promise<void> => {
  const target = { _id: { in: [tally()._id] } };
  const cells = tally().cells.map((cell) => ({ ...cell, count: cell.count + 4 }));
  await world.store.changeAll('tallies', target, { set: { cells }, add: { version: 1 } });
};
const spoilHeads = async (): Promise<void> => {
  const target = { _id: { in: [university.collegeId] } };
  await world.store.changeAll('headcounts', target, { add: { login: 5 } });
};
/** As a transaction leaves it whose counter nobody could read. */
const loseTally = async (): Promise<void> => world.store.removeAll('tallies', [tally()._id]);

it.each([
  ['a tally that says too much', spoilTally],
  ['a tally that is gone', loseTally],
])('puts right %s', async (_what, spoil) => {
  const right = await board();
  await spoil();
  expect(await board()).not.toEqual(right);
  await morning(7);
  expect(await board()).toEqual(right);
});

it('puts right at the next turn what an operator has repaired in a season that stands still', async () => {
  const right = await board();
  await morning(7);
  const [transfer] = world.store.all('transfers');
  if (!transfer) throw new Error('somebody has handed in');
  world.store.plant('transfers', { ...transfer, state: 'accepted', waitsFor: 'nobody' });
  await morning(1);
  expect(await board()).toEqual(right);
  await wakeTimer(world, world.world.now);
  world.world.now += MINUTE_MS;
  await world.tick();
  expect((await board()).byState).not.toEqual(right.byState);
});

it('puts right a count of people, once somebody has moved on', async () => {
  const right = await board();
  await spoilHeads();
  expect((await board()).funnel).not.toEqual(right.funnel);
  const [someone] = world.store.all('members').filter(({ accountId }) => accountId === null);
  const moved = { headMovedAt: world.world.now, headMoves: [] };
  await world.store.changeAll('members', { _id: { in: [someone?._id ?? ''] } }, { set: moved });
  await morning(7);
  expect((await board()).funnel).toEqual(right.funnel);
});

it('compares a moving season every morning and a still one every week, and counts nobody in it', async () => {
  await spoilTally();
  await morning(1);
  const counting = jest.spyOn(world.store, 'count');
  const next = await comparedNextAt(world.ports);
  expect(next - world.world.now).toBeLessThanOrEqual(7 * DAY_MS);
  world.world.now = next;
  expect(await compareCounters(world.ports)).toBeGreaterThan(0);
  expect(counting).not.toHaveBeenCalled();
  expect(await compareCounters(world.ports)).toBe(0);
  expect(await comparedNextAt(world.ports)).toBe(atChinaTime(chinaDay(next) + 7, 7, 0));
});

it('forgets a college that is gone', async () => {
  const { collegeId } = university;
  world.world.now = (await comparedNextAt(world.ports)) + MINUTE_MS;
  await world.store.removeAll('colleges', [collegeId]);
  await compareCounters(world.ports);
  expect(world.store.all('headcounts').some((one) => one.collegeId === collegeId)).toBe(false);
});
