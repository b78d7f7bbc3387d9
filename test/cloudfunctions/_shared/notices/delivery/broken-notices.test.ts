/** What a fault of ours cannot deal with is set aside alone: its batch leaves, and the operator hears of it. */
import { HOUR_MS, MINUTE_MS } from '../../../../../miniprogram/domain/calendar/china-time';
import { NOTICES } from '../../../../../miniprogram/domain/reminding/notices/registry';
import type { Store } from '../../../../../cloudfunctions/_shared/store/ports';
import { CLASSMATE, giveCredits, GRADUATE, openUniversity, SECRETARY } from '../../../support/people';
import { dataOf, type World } from '../../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});
afterEach(() => jest.restoreAllMocks());

const notices = () => world.store.all('notices');
const broken = () => world.store.all('alarms').filter(({ _id }) => _id.startsWith('unreadable-'));
/** As the SDK throws it. */
const refusal = Object.assign(new Error('request timeout'), { errCode: -501001 });

/** The store, where one of its calls is another. */
const instead = <K extends keyof Store>(name: K, other: (real: Store[K]) => Store[K]): (() => void) => {
  const real = world.ports.store[name];
  world.ports.store[name] = other(real);
  return () => void (world.ports.store[name] = real);
};

describe('of two messages that are due', () => {
  let bad = '';
  const isBad = ({ planId }: { planId: string }): boolean => planId.startsWith(bad);
  const statuses = () => notices().map((one) => [isBad(one) ? 'bad' : 'good', one.status, one.attempts]);
  const breakOne = () =>
    instead(
      'lookUp',
      (real) => async (collection, ids) =>
        ids.includes(bad) ? Promise.reject(new TypeError('no such thing')) : real(collection, ids),
    );
  beforeEach(async () => {
    await giveCredits(world, SECRETARY, 3);
    const { id } = dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {})).resetRequest;
    dataOf(await world.call(CLASSMATE, 'graduate', 'requestResetCode', {}));
    bad = id;
  });

  it('sends the one, and looks at the broken one again in an hour', async () => {
    const mend = breakOne();
    await world.tick();
    expect(statuses()).toEqual([
      ['bad', 'planned', 1],
      ['good', 'sent', 1],
    ]);
    world.world.now += 59 * MINUTE_MS;
    await world.tick();
    expect(statuses()[0]).toEqual(['bad', 'planned', 1]);
    mend();
    world.world.now += MINUTE_MS;
    await world.tick();
    expect(statuses()[0]).toEqual(['bad', 'sent', 2]);
  });

  it('raises an alarm that names it, and writes a line of the log', async () => {
    breakOne();
    await world.tick();
    expect(broken()).toMatchObject([{ collection: 'notices', reason: 'broken' }]);
    expect(world.logged.map(({ event }) => event)).toContain('notice-broken');
  });

  it('counts no attempt where the database fails after the claim', async () => {
    let reads = 0;
    const mend = instead('getMany', (real) => async (collection, ids) => {
      if (collection === 'notices') reads += 1;
      return reads === 2 ? Promise.reject(refusal) : real(collection, ids);
    });
    await world.tick();
    expect(statuses()).toEqual([
      ['bad', 'planned', 0],
      ['good', 'planned', 0],
    ]);
    mend();
    await world.tick();
    expect(statuses()).toEqual([
      ['bad', 'sent', 1],
      ['good', 'sent', 1],
    ]);
  });

  it('tells of the one whose event is fine, and of the other when that is mended', async () => {
    await world.store.removeAll(
      'notices',
      notices().map(({ _id }) => _id),
    );
    for (const event of world.store.all('audits').filter(({ subjectId }) => subjectId.startsWith('r-')))
      world.store.plant('audits', { ...event, tellAt: world.world.now });
    const mend = breakOne();
    await world.tick();
    expect(notices().filter(isBad)).toEqual([]);
    expect(notices()).toHaveLength(1);
    expect(broken()).toMatchObject([{ collection: 'audits', reason: 'broken' }]);
    mend();
    world.world.now += HOUR_MS;
    await world.tick();
    expect(notices().filter(isBad)).toHaveLength(1);
  });
});

it('reminds everybody but the one whose reminder cannot be made', async () => {
  const { comingReminders } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
  world.world.now = comingReminders[0]?.dueAt ?? 0;
  const { title } = NOTICES['season-near'];
  jest.spyOn(NOTICES['season-near'], 'title').mockImplementation((facts) => {
    if (facts.memberName === '林小雨') throw new TypeError('no such thing');
    return title(facts);
  });
  await world.tick();
  const told = notices().map(({ accountId }) => accountId);
  expect(told).toEqual(expect.arrayContaining([CLASSMATE, SECRETARY]));
  expect(told).not.toContain(GRADUATE);
  expect(broken()).toMatchObject([{ collection: 'members', reason: 'broken' }]);
});
