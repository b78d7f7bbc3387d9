/** Two seasons at once: what is under way goes on with its season, its people keep their pages, and nothing is purged. */
import {
  ADMIN,
  choose,
  CLASSMATE,
  GRADUATE,
  memberNamed,
  openUniversity,
  REGION,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';
import { transfersOf } from '../../../../cloudfunctions/teacher/reconcile/roster-here';
import { openSheet } from '../../support/sheets';

const DAY = 86_400_000;
let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const goByNationalRules = async () => {
  const { version } = dataOf(await world.call(ADMIN, 'teacher', 'season', {})).season;
  const changes = { rulebookId: 'national-2022' };
  dataOf(await world.call(ADMIN, 'teacher', 'saveSeason', { version, changes }));
};

const decide = async (decision: 'approve' | 'record') => {
  const { transfer } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
  const { id: transferId = '', version = 0 } = transfer ?? {};
  const decided = { transferId, version, decision, seenOnSystem: true };
  return dataOf(await world.call(TEACHER, 'teacher', 'decide', decided));
};

const keep = async () => {
  await goByNationalRules();
  const { version } = await choose(world, GRADUATE, 'no-organisation', 'keep');
  const residence = { currentResidence: REGION, registeredResidence: REGION };
  dataOf(await world.call(GRADUATE, 'graduate', 'submit', { version, fields: residence, screenshots: [] }));
  await decide('record');
};

/** What goes on, and where it stands when the next season opens. */
const UNDER_WAY: [string, string, () => Promise<unknown>][] = [
  ['with the college', 'submitted', () => submitEmployed(world, GRADUATE)],
  [
    'with the receiver',
    'approved',
    async () => {
      await submitEmployed(world, GRADUATE);
      await decide('approve');
    },
  ],
  [
    'planned for September',
    'planned',
    async () => {
      await goByNationalRules();
      await choose(world, GRADUATE, 'further-study', 'direct');
    },
  ],
  ['kept at the school', 'recorded', keep],
];

/** In June: the next year's season opens while this year's is not over. */
const openNext = async () => {
  world.world.now += 3 * DAY;
  const season = { id: '2028', name: '2028届毕业季', rulebookId: 'usst-2020' };
  dataOf(await world.call(ADMIN, 'teacher', 'openSeason', season));
};

const purge = async () => {
  const asked = { seasonId: '2027', dryRun: true };
  return dataOf(await world.call(ADMIN, 'teacher', 'purgeSeason', asked)).counts;
};

describe.each(UNDER_WAY)('%s', (_where, state, begin) => {
  let memberId: string;
  let branchId: string;
  beforeEach(async () => {
    await begin();
    ({ _id: memberId, branchId } = memberNamed(world, '林小雨'));
    await openNext();
  });

  it('stays on the graduate’s pages, by its own rules', async () => {
    const home = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
    expect(home).toMatchObject({ season: { id: '2028' }, transfer: { state } });
    const { reminders } = dataOf(await world.call(GRADUATE, 'account', 'messages', {}));
    expect(reminders).toMatchObject({ state, rulebookId: home.transfer?.rulebookId });
  });

  it('is not reminded of the next season, as who has nothing is', async () => {
    const { comingReminders } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
    expect(comingReminders.filter(({ kind }) => kind === 'season-near')).toEqual([]);
  });

  it('stands on the secretary’s board and the college’s lists, and can be opened', async () => {
    const board = dataOf(await world.call(SECRETARY, 'secretary', 'branchBoard', { branchId }));
    expect(board.members.find(({ id }) => id === memberId)?.state).toBe(state);
    const filter = { by: 'branch' as const, branchId };
    const { people } = dataOf(await world.call(TEACHER, 'teacher', 'people', { filter }));
    expect(people.find((person) => person.memberId === memberId)?.state).toBe(state);
    const { person } = dataOf(await world.call(TEACHER, 'teacher', 'person', { memberId }));
    expect(person.transfer?.state).toBe(state);
  });

  it('is spared by the purge, and goes once it has ended', async () => {
    expect(await purge()).toMatchObject({ kept: 1 });
    const ids = world.store.all('transfers').map(({ _id }) => _id);
    await world.store.changeAll('transfers', { _id: { in: ids } }, { set: { state: 'withdrawn' } });
    expect(await purge()).toMatchObject({ kept: 0 });
  });

  it('stands beside the figures of the next season, with its people behind, and in none of them', async () => {
    const board = dataOf(await world.call(TEACHER, 'teacher', 'board', {}));
    expect(board.earlier).toBe(1);
    expect(board.byState.reduce((sum, { count }) => sum + count, 0)).toBe(0);
    expect(board).toMatchObject({ members: 3, rate: { members: 3 } });
    expect(board.byBranch.find(({ id }) => id === branchId)?.members).toBe(2);
    expect(board.funnel.reduce((sum, { here }) => sum + here, 0)).toBe(3);
    const all = dataOf(await world.call(ADMIN, 'teacher', 'board', {}));
    expect(all).toMatchObject({ earlier: 1, members: 3 });
    expect(all.byCollege.map(({ members }) => members).sort()).toEqual([0, 3]);
    const { colleges } = dataOf(await world.call(ADMIN, 'teacher', 'colleges', {}));
    expect(colleges.map(({ members }) => members).sort()).toEqual([0, 3]);
    const found = dataOf(await world.call(TEACHER, 'teacher', 'people', { filter: { by: 'earlier' } }));
    expect(found).toMatchObject({ people: [{ memberId, state }], total: 1 });
  });

  it('is whom a list of 智慧团建 is compared with, not somebody who has not begun', async () => {
    const { transfers } = await transfersOf(world.ports, world.store.all('members'), '2028');
    expect(transfers.get(memberId)?.state).toBe(state);
  });

  it('is not begun a second time beside itself', async () => {
    const choice = { wayId: 'army', routeId: 'direct', version: null };
    expect(errorOf(await world.call(GRADUATE, 'graduate', 'chooseWay', choice))).toBe(
      'TRANSFER_VERSION_STALE',
    );
    expect(world.store.all('transfers')).toHaveLength(1);
  });
});

it('whoever opens the next season is told how many go on beside it', async () => {
  await submitEmployed(world, GRADUATE);
  expect(dataOf(await world.call(ADMIN, 'teacher', 'season', {})).unfinished).toBe(1);
  expect(dataOf(await world.call(TEACHER, 'teacher', 'season', {})).unfinished).toBeUndefined();
});

it('who is through stands beside no later season', async () => {
  await submitEmployed(world, GRADUATE);
  const ids = world.store.all('transfers').map(({ _id }) => _id);
  await world.store.changeAll('transfers', { _id: { in: ids } }, { set: { state: 'completed' } });
  await openNext();
  expect(dataOf(await world.call(TEACHER, 'teacher', 'board', {})).earlier).toBe(0);
});

it('with the college it still waits in the queue, and is decided', async () => {
  await submitEmployed(world, GRADUATE);
  await openNext();
  expect(dataOf(await world.call(TEACHER, 'teacher', 'queue', {})).counts.approval).toBe(1);
  expect((await decide('approve')).state).toBe('approved');
});

it('with the receiver, the secretary still says what the list shows', async () => {
  await submitEmployed(world, GRADUATE);
  const { version } = await decide('approve');
  await openNext();
  const seen = { memberId: memberNamed(world, '林小雨')._id, version, outcome: 'accepted' } as const;
  expect(dataOf(await world.call(SECRETARY, 'secretary', 'confirmStatus', seen)).state).toBe('accepted');
});

it('another way is taken in the season it was begun in', async () => {
  await submitEmployed(world, GRADUATE);
  await openNext();
  const { transfer } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
  const choice = { wayId: 'army', routeId: 'direct', version: transfer?.version ?? 0 };
  dataOf(await world.call(GRADUATE, 'graduate', 'changeSituation', choice));
  expect(world.store.all('transfers')).toMatchObject([{ seasonId: '2027', wayId: 'army' }]);
});

it('who is through begins anew in the next season', async () => {
  await submitEmployed(world, GRADUATE);
  const { transfer } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
  dataOf(await world.call(GRADUATE, 'graduate', 'withdraw', { version: transfer?.version ?? 0 }));
  await openNext();
  const home = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
  expect(home.transfer).toBeNull();
  expect(home.comingReminders.map(({ kind }) => kind)).toContain('season-near');
  await choose(world, GRADUATE, 'army');
  expect(
    world.store
      .all('transfers')
      .map(({ seasonId }) => seasonId)
      .sort(),
  ).toEqual(['2027', '2028']);
});

it('who was settled in the earlier season is reminded of the next one', async () => {
  await submitEmployed(world, GRADUATE);
  const ids = world.store.all('transfers').map(({ _id }) => _id);
  await world.store.changeAll('transfers', { _id: { in: ids } }, { set: { state: 'completed' } });
  await openNext();
  const home = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
  expect(home.comingReminders.map(({ kind }) => kind)).toContain('season-near');
});

it('stands in the lists to hand in', async () => {
  await keep();
  await openNext();
  const season = dataOf(await world.call(ADMIN, 'teacher', 'season', {})).season;
  const changes = { rulebookId: 'national-2022' };
  dataOf(await world.call(ADMIN, 'teacher', 'saveSeason', { version: season.version, changes }));
  const { id } = dataOf(await world.call(TEACHER, 'teacher', 'startExport', { kind: 'floating' })).export;
  const done = dataOf(await world.call(TEACHER, 'teacher', 'exportProgress', { exportId: id })).export;
  expect(done).toMatchObject({ state: 'done', rows: 1 });
  const sheet = await openSheet(world.stored.get(`cloud://env.bucket/exports/${id}.xlsx`));
  expect(sheet[1]).toContain('林小雨');
});

it('tells the committee before the next season opens who would go on, and who would be of that one', async () => {
  const told = async (openid = ADMIN) => {
    const { unfinished, notBegun } = dataOf(await world.call(openid, 'teacher', 'season', {}));
    return { unfinished, notBegun };
  };
  const people = world.store.all('members').length;
  expect(await told()).toEqual({ unfinished: 0, notBegun: people });
  await choose(world, CLASSMATE);
  expect(await told()).toEqual({ unfinished: 0, notBegun: people });
  await submitEmployed(world, GRADUATE);
  expect(await told()).toEqual({ unfinished: 1, notBegun: people - 1 });
  expect(await told(TEACHER)).toEqual({ unfinished: undefined, notBegun: undefined });
});
