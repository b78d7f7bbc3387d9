import { DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { memberOf, placeNamed, settle, transferOf } from '../../support/crowd';
import {
  ADMIN,
  choose,
  GRADUATE,
  openUniversity,
  OTHER_TEACHER,
  person,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { dataOf, errorOf, START, type World } from '../../support/world';
import { importRoster } from '../../support/roster';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const boardOf = async (openid = TEACHER, collegeId?: string) =>
  dataOf(await world.call(openid, 'teacher', 'board', collegeId === undefined ? {} : { collegeId }));

/** So many of a branch have arrived, beside those who have not begun. */
const arrivedIn = (branchName: string, count: number, from = START) => {
  const place = placeNamed(world, branchName);
  return Array.from({ length: count }, (_, index) => {
    const member = memberOf(place, `${branchName}${index}`);
    const arrival = {
      at: from,
      step: 'report-accepted',
      by: { role: 'graduate', name: '' },
      attempt: 1,
    } as const;
    return { member, transfer: transferOf(member, 'accepted', { timeline: [arrival] }) };
  });
};

it('shows a college before anybody has begun', async () => {
  const board = await boardOf();
  expect(board.members).toBe(4);
  expect(board.funnel.find(({ step }) => step === 'login')).toEqual({ step: 'login', here: 4, reached: 4 });
  expect(board.rate).toMatchObject({ transferred: 0, members: 4, percent: 0 });
  expect(board.trend).toEqual([]);
  expect(board.deadlines.map(({ count }) => count)).toEqual(Array.from({ length: 16 }, () => 0));
});

it('is empty, not broken, for a college without a roster', async () => {
  expect(await boardOf(OTHER_TEACHER)).toMatchObject({ members: 0, byBranch: [], rate: { percent: 0 } });
});

it('reckons 转接率 by the formula, with the rulebook’s targets and their days', async () => {
  await settle(world, arrivedIn('光电2302团支部', 16));
  const { rate } = await boardOf();
  expect(rate).toMatchObject({ transferred: 16, members: 20, percent: 80 });
  expect(rate.targets.map(({ percent, met }) => [percent, met])).toEqual([
    [80, true],
    [95, false],
  ]);
  // The last moment of 30 June and of 30 September, China time.
  expect(rate.targets.map(({ at }) => new Date(at).toISOString())).toEqual([
    '2027-06-30T15:59:59.999Z',
    '2027-09-30T15:59:59.999Z',
  ]);
});

it('counts the receivers’ days, today first', async () => {
  const { deadlineAt } = await submitEmployed(world, GRADUATE);
  const { deadlines } = await boardOf();
  expect(deadlines).toHaveLength(16);
  expect(deadlines.filter(({ count }) => count > 0)).toEqual([deadlines[15]]);
  expect(deadlines[15]?.at).toBeLessThanOrEqual(deadlineAt ?? 0);
  world.world.now += 14 * DAY_MS;
  expect((await boardOf()).deadlines[1]?.count).toBe(1);
});

it('draws the trend by the day of arrival, in China', async () => {
  const lateEvening = START + 13 * 3_600_000;
  await settle(world, [
    ...arrivedIn('光电2302团支部', 2),
    ...arrivedIn('机械2301团支部', 1, lateEvening + 2 * 3_600_000),
  ]);
  const { trend } = await boardOf();
  expect(trend.map(({ transferred }) => transferred)).toEqual([2, 1]);
  expect((trend[1]?.at ?? 0) - (trend[0]?.at ?? 0)).toBe(DAY_MS);
});

describe('people by branch', () => {
  const sizes = async () => (await boardOf()).byBranch.map(({ name, members }) => [name, members]);

  it('follow a roster that grows', async () => {
    expect(await sizes()).toEqual([
      ['光电2302团支部', 3],
      ['机械2301团支部', 1],
    ]);
    const rows = [person('S100', '新来的'), person('S101', '别的', { branchName: '机械2301团支部' })];
    const { collegeId } = university;
    await importRoster(world, TEACHER, collegeId, rows);
    expect(await sizes()).toEqual([
      ['光电2302团支部', 4],
      ['机械2301团支部', 2],
    ]);
  });

  it('follow a person who moves', async () => {
    await sizes();
    const memberId = world.store.all('members').find(({ name }) => name === '林小雨')?._id ?? '';
    const { branchId } = placeNamed(world, '机械2301团支部');
    dataOf(await world.call(TEACHER, 'teacher', 'transferMember', { memberId, branchId }));
    expect((await sizes()).map(([, members]) => members)).toEqual([2, 2]);
  });

  it('are counted once for a roster, not at each look', async () => {
    const count = jest.spyOn(world.store, 'count');
    await boardOf();
    const first = count.mock.calls.length;
    count.mockClear();
    await boardOf();
    expect(first - count.mock.calls.length).toBe(2);
    count.mockRestore();
  });

  it('are not kept while a roster is being written', async () => {
    const college = await world.store.get('colleges', university.collegeId);
    if (!college) throw new Error('the university has a college');
    await world.store.transact(async (tx) => {
      tx.put('colleges', { ...college, rosterRunId: 'run' });
      return { ok: true, data: undefined };
    });
    await boardOf();
    expect((await world.store.get('colleges', university.collegeId))?.branchCounts).toBeUndefined();
  });
});

describe('whose board it is', () => {
  beforeEach(async () => {
    await submitEmployed(world, GRADUATE);
  });

  it('is the teacher’s own college, and no other', async () => {
    expect((await boardOf()).college?.name).toBe('光电学院');
    const foreign = await world.call(TEACHER, 'teacher', 'board', { collegeId: university.otherCollegeId });
    expect(errorOf(foreign)).toBe('COLLEGE_UNKNOWN');
    const recount = { collegeId: university.collegeId };
    expect(errorOf(await world.call(OTHER_TEACHER, 'teacher', 'recountBoard', recount))).toBe(
      'COLLEGE_UNKNOWN',
    );
  });

  it('is all colleges for the committee, and each alone', async () => {
    const all = await boardOf(ADMIN);
    expect(all.college).toBeNull();
    expect(all.byBranch).toEqual([]);
    expect(all.byCollege.map(({ name, members, started }) => [name, members, started])).toEqual(
      expect.arrayContaining([
        ['光电学院', 4, 1],
        ['管理学院', 0, 0],
      ]),
    );
    expect(all.funnel.find(({ step }) => step === 'choose')?.reached).toBe(1);
    expect(all.byWay).toEqual((await boardOf()).byWay);
    const one = await boardOf(ADMIN, university.collegeId);
    expect(one).toEqual({ ...(await boardOf()), now: one.now });
  });
});

it('forgets nobody who chose and took it back', async () => {
  const { version } = await submitEmployed(world, GRADUATE);
  dataOf(await world.call(GRADUATE, 'graduate', 'withdraw', { version }));
  const board = await boardOf();
  expect(board.funnel.find(({ step }) => step === 'choose')?.here).toBe(1);
  expect(board.byState.find(({ state }) => state === 'withdrawn')?.count).toBe(1);
  const transfer = world.store.all('transfers')[0];
  await choose(world, GRADUATE, 'army', 'direct', transfer?.version ?? null);
  expect((await boardOf()).byWay.find(({ wayId }) => wayId === 'army')?.started).toBe(1);
});

it('says that its counters cannot be read rather than adding up what is left of them', async () => {
  await settle(world, arrivedIn('光电2302团支部', 16));
  const [tally] = world.store.documents('tallies');
  if (!tally) throw new Error('nothing was counted');
  world.store.plant('tallies', { ...tally, recordVersion: 99 });
  const states = { by: 'state', state: 'accepted' } as const;
  const { collegeId } = university;
  const replies = [
    await world.call(TEACHER, 'teacher', 'board', {}),
    await world.call(TEACHER, 'teacher', 'people', { collegeId, filter: states }),
    await world.call(ADMIN, 'teacher', 'board', {}),
    await world.call(ADMIN, 'teacher', 'colleges', {}),
  ];
  expect(replies.map(errorOf)).toEqual(Array(4).fill('RECORD_UNREADABLE'));
});
