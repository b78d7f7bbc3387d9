/** A season reminder is made when its hour comes, of where somebody stands then. */
import {
  ADMIN,
  choose,
  giveCredits,
  GRADUATE,
  memberNamed,
  openUniversity,
  submitEmployed,
} from '../../../support/people';
import { dataOf, type World } from '../../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await giveCredits(world, GRADUATE, 5);
});

const firstHour = async (): Promise<number> => {
  const { comingReminders } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
  return comingReminders[0]?.dueAt ?? 0;
};
const member = () => memberNamed(world, '林小雨');
const isReminder = ({ noticeId }: { noticeId: string }): boolean => noticeId.includes('season-near');

/** Who is sent the first reminder of those there are if nothing happens. */
const sentThough = async (happens: (hour: number) => unknown): Promise<string[]> => {
  const hour = await firstHour();
  await happens(hour);
  world.world.now = hour;
  await world.tick();
  return world.sent.filter(isReminder).map(({ openid }) => openid);
};

it('is sent to somebody who has done nothing', async () => {
  expect(await sentThough(() => undefined)).toEqual([GRADUATE]);
});

it('is not sent to somebody who has handed in meanwhile', async () => {
  expect(await sentThough(() => submitEmployed(world, GRADUATE))).toEqual([]);
});

it('is not sent for a deadline that has been changed', async () => {
  const [season] = world.store.all('seasons');
  const later = () =>
    world.store.plant('seasons', { ...season!, deadlineAt: season!.deadlineAt + 86_400_000 });
  expect(await sentThough(later)).toEqual([]);
});

it('is not sent for a season that is over', async () => {
  const [season] = world.store.all('seasons');
  const next = (hour: number) => ({ ...season!, _id: '2028', openedAt: hour - 1, deadlineAt: hour * 2 });
  expect(await sentThough((hour) => world.store.plant('seasons', next(hour)))).toEqual([]);
});

it.each([
  ['goes by that while the roster has no month', { birthMonth: null }, []],
  ['but holds a League post by the roster', { birthMonth: null, hasLeaguePost: true }, [GRADUATE]],
  ['by mistake, as the month of the roster says', { birthMonth: '2004-03' }, [GRADUATE]],
  ['as the month of the roster says too', { birthMonth: '1999-01' }, []],
] as const)('of somebody whom the college has recorded as over age: %s', async (_case, known, told) => {
  const recorded = () =>
    world.store.plant('members', { ...member(), overAgeRecordedAt: world.world.now, ...known });
  expect(await sentThough(recorded)).toEqual(told);
});

it.each([
  ['goes by that while the roster has no month', { birthMonth: null }, []],
  ['but holds a League post by the roster', { birthMonth: null, hasLeaguePost: true }, [GRADUATE]],
  ['by mistake, as the month of the roster says', { birthMonth: '2004-03' }, [GRADUATE]],
  ['as the month of the roster says too', { birthMonth: '1999-01' }, []],
] as const)('of somebody who has told the college that they are over age: %s', async (_case, known, told) => {
  const { _id } = member();
  const mark = { _id, recordVersion: 1, lastNudgedAt: null, overAgeReportedAt: world.world.now };
  const reported = () => {
    world.store.plant('members', { ...member(), ...known });
    world.store.plant('marks', mark);
  };
  expect(await sentThough(reported)).toEqual(told);
});

it.each([
  [false, []],
  [true, [GRADUATE]],
] as const)(
  'of somebody over age by the roster with a League post %s goes to %j',
  async (hasLeaguePost, told) => {
    const born = () => world.store.plant('members', { ...member(), birthMonth: '1990-01', hasLeaguePost });
    expect(await sentThough(born)).toEqual(told);
  },
);

it('is not sent to somebody who is not on the roster any more', async () => {
  const gone = () =>
    world.store.transact(async (tx) => {
      tx.remove('members', member()._id);
      return { ok: true, data: undefined };
    });
  expect(await sentThough(gone)).toEqual([]);
});

it('is not sent while nobody can read whose it is', async () => {
  const damaged = () => world.store.plant('members', { ...member(), overAgeRecordedAt: 'never' });
  expect(await sentThough(damaged)).toEqual([]);
});

it('goes by the last day of the way that was chosen, where that has its own', async () => {
  const { version } = dataOf(await world.call(ADMIN, 'teacher', 'season', {})).season;
  const changes = { rulebookId: 'national-2022' };
  dataOf(await world.call(ADMIN, 'teacher', 'saveSeason', { version, changes }));
  await choose(world, GRADUATE, 'further-study', 'direct');
  const [plan] = world.store.all('transfers');
  world.store.plant('transfers', { ...plan!, state: 'draft', waitsFor: 'graduate', opensAt: null });
  const year = Number(plan!.seasonId);
  world.world.now = Date.UTC(year, 9, 24, 1);
  await world.tick();
  await world.tick();
  const told = world.store.all('notices').filter(({ kind }) => kind === 'season-near');
  expect(told.map(({ title }) => title)).toEqual(['还剩 7 天，你的团关系还没转']);
  expect(told[0]?.text).toContain('你选的去向要在 10月31日前发起');
});
