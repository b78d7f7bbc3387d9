/** What publishing begins the timer finishes: nobody has to keep the desk open. */
import { MINUTE_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { ADMIN, CLASSMATE, GRADUATE, TEACHER, openUniversity, submitEmployed } from '../../support/people';
import { dataOf, type World } from '../../support/world';

const WITHOUT_CARD = [{ path: 'offlineSteps.card.on', value: false }];

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const arrive = async (who: string): Promise<void> => {
  const { id: transferId, version } = await submitEmployed(world, who);
  const confirm = { transferId, version, outcome: 'accepted' as const };
  dataOf(await world.call(TEACHER, 'teacher', 'confirmStatus', confirm));
};

const publish = async () => {
  const { version } = dataOf(await world.call(ADMIN, 'teacher', 'rules', {}));
  return dataOf(await world.call(ADMIN, 'teacher', 'publishRules', { version, edits: WITHOUT_CARD }));
};

const states = () => world.store.all('transfers').map(({ state }) => state);
const completions = () => world.store.all('audits').filter(({ action }) => action === 'complete');
const settleAt = () => world.store.all('ruleSets')[0]?.settleAt;

/** Lets every look at the clock take so long, as if each completion were slow; gives the clock back. */
const slowClock = (ms: number): (() => void) => {
  let now = world.world.now;
  Object.defineProperty(world.world, 'now', { configurable: true, get: () => (now += ms) });
  return () => Object.defineProperty(world.world, 'now', { configurable: true, writable: true, value: now });
};

/** One turn of the timer a minute, until nothing is left to do. */
const ticks = async (minutes: number): Promise<number> => {
  let settled = 0;
  for (let minute = 0; minute < minutes; minute += 1) {
    world.world.now += MINUTE_MS;
    settled += (await world.tick()).settled;
  }
  return settled;
};

it('completes at the next turns whom publishing had no time for, each once and with its event', async () => {
  await arrive(GRADUATE);
  await arrive(CLASSMATE);
  await world.tick();
  const stop = slowClock(4000);
  expect(await publish()).toMatchObject({ completed: 1, left: true });
  stop();
  expect(states().sort()).toEqual(['accepted', 'completed']);
  expect(await ticks(3)).toBe(1);
  expect(states()).toEqual(['completed', 'completed']);
  expect(new Set(completions().map(({ subjectId }) => subjectId)).size).toBe(2);
  expect(completions()).toHaveLength(2);
  expect(settleAt()).toBeNull();
  expect(await ticks(3)).toBe(0);
  expect(completions()).toHaveLength(2);
});

it('goes on for several turns where one is too short, and ends', async () => {
  await arrive(GRADUATE);
  await arrive(CLASSMATE);
  const stop = slowClock(11_000);
  expect(await publish()).toMatchObject({ completed: 0, left: true });
  stop();
  world.world.now += MINUTE_MS;
  const again = slowClock(4000);
  expect(await world.tick()).toMatchObject({ settled: 1 });
  again();
  expect(settleAt()).not.toBeNull();
  expect(await ticks(2)).toBe(1);
  expect(states()).toEqual(['completed', 'completed']);
  expect(settleAt()).toBeNull();
});

it('looks once more when every instance goes by the version, and not before', async () => {
  await arrive(GRADUATE);
  expect(await publish()).toMatchObject({ completed: 1, left: false });
  const at = settleAt() ?? 0;
  expect(at).toBe(world.world.now + MINUTE_MS);
  await world.tick();
  expect(settleAt()).toBe(at);
  expect(await ticks(1)).toBe(0);
  expect(settleAt()).toBeNull();
});

it('completes the others where one fails, and tries that one again', async () => {
  await arrive(GRADUATE);
  await arrive(CLASSMATE);
  const stop = slowClock(11_000);
  await publish();
  stop();
  const failing = jest.spyOn(world.store, 'transact').mockRejectedValueOnce(new Error('no connection'));
  expect(await ticks(1)).toBe(1);
  failing.mockRestore();
  expect(states().sort()).toEqual(['accepted', 'completed']);
  expect(world.logged).toMatchObject([{ event: 'sweep-failed', facts: { job: 'settle' } }]);
  expect(await ticks(6)).toBe(1);
  expect(settleAt()).toBeNull();
});
