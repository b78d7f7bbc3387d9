/** Clearing a season away: what goes, what stays, and that it can be interrupted anywhere. */
import {
  ADMIN,
  choose,
  CLASSMATE,
  GRADUATE,
  openUniversity,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { PURGE } from '../../../../cloudfunctions/_shared/kernel/policy';
import { memberOf, placeNamed, settle, transferOf } from '../../support/crowd';
import { tracesOf } from '../../support/traces';
import { dataOf, errorOf, type World } from '../../support/world';

const YEAR = 365 * 86_400_000;
let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await submitEmployed(world, GRADUATE);
  await world.ports.files.upload('screenshots/x/a.png', Buffer.from('a'));
  await choose(world, CLASSMATE, 'army', 'direct');
  const fields = {};
  dataOf(await world.call(CLASSMATE, 'graduate', 'submit', { version: 1, fields, screenshots: [] }));
  dataOf(await world.call(CLASSMATE, 'graduate', 'requestResetCode', {}));
});

/** With the graduate through: whoever has something under way stays. */
const openNext = async () => {
  const submitted = world.store
    .all('transfers')
    .flatMap(({ _id, state }) => (state === 'submitted' ? [_id] : []));
  await world.store.changeAll('transfers', { _id: { in: submitted } }, { set: { state: 'completed' } });
  world.world.now += YEAR;
  const season = { id: '2028', name: '2028届毕业季', rulebookId: 'usst-2020' };
  dataOf(await world.call(ADMIN, 'teacher', 'openSeason', season));
};
const purge = (dryRun: boolean, cursor?: string) =>
  world.call(ADMIN, 'teacher', 'purgeSeason', { seasonId: '2027', dryRun, ...(cursor ? { cursor } : {}) });
const purgeAll = async () => {
  const total = { people: 0, kept: 0 };
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { counts, next } = dataOf(await purge(false, cursor));
    total.people += counts.people;
    total.kept += counts.kept;
    cursor = next;
  }
  return total;
};

it('waits until the next season is open', async () => {
  expect(errorOf(await purge(true))).toBe('SEASON_OPEN');
  expect(errorOf(await purge(false))).toBe('SEASON_OPEN');
  const unknown = { seasonId: '1999', dryRun: true };
  expect(errorOf(await world.call(ADMIN, 'teacher', 'purgeSeason', unknown))).toBe('NOT_FOUND');
});

it('counts first and changes nothing', async () => {
  await openNext();
  const before = JSON.stringify(world.store.all('members'));
  expect(dataOf(await purge(true))).toMatchObject({
    counts: { people: 3, transfers: 1, kept: 1, files: 1 },
    branchesLeft: 0,
    next: null,
  });
  expect(JSON.stringify(world.store.all('members'))).toBe(before);
  expect(world.removedFiles).toEqual([]);
});

it('removes the people and keeps those the college looks after, the figures and the audit', async () => {
  await openNext();
  const figures = JSON.stringify(world.store.all('tallies'));
  const entries = world.store.all('audits').length;
  expect(await purgeAll()).toEqual({ people: 3, kept: 1 });
  for (const text of [GRADUATE, SECRETARY, '林小雨', 'S001', 'S002'])
    expect(tracesOf(world, text)).toEqual([]);
  // Who helped somebody that stays stands there by office.
  expect(tracesOf(world, '周敏')).toEqual([]);
  expect(world.store.all('members').map(({ name }) => name)).toEqual(['陈晨']);
  expect(world.store.all('transfers').map(({ wayId }) => wayId)).toEqual(['army']);
  expect(errorOf(await world.call(CLASSMATE, 'graduate', 'home', {}))).toBe('none');
  expect(JSON.stringify(world.store.all('tallies'))).toBe(figures);
  expect(world.store.all('audits').length).toBeGreaterThan(entries);
  expect(errorOf(await world.call(TEACHER, 'teacher', 'queue', {}))).toBe('none');
  const { seasons } = dataOf(await world.call(ADMIN, 'teacher', 'seasons', {}));
  expect(seasons.map(({ id, isOpen, purgedAt }) => [id, isOpen, purgedAt === null])).toEqual([
    ['2028', true, true],
    ['2027', false, false],
  ]);
});

it('takes who is cleared away out of what waits, while the figures stay', async () => {
  const place = placeNamed(world, '光电2302团支部');
  const member = memberOf(place, 'R001', { graduationMonth: '2027-06' });
  await settle(world, [{ member, transfer: transferOf(member, 'refused') }]);
  const refusals = async () =>
    dataOf(await world.call(TEACHER, 'teacher', 'queue', { kind: 'code' })).counts.refusal;
  expect(await refusals()).toBe(1);
  await openNext();
  await purgeAll();
  expect(await refusals()).toBe(0);
  const cells = world.store.all('tallies').flatMap((tally) => tally.cells);
  expect(cells.filter(({ state }) => state === 'refused')).toEqual([expect.objectContaining({ count: 1 })]);
});

it('leaves who has begun the next season, without the old transfer and its reminders', async () => {
  const reminders = () => world.store.all('notices').filter(({ planId }) => planId.startsWith('t-2027-'));
  expect(reminders().some(({ status }) => status === 'planned')).toBe(true);
  await openNext();
  dataOf(
    await world.call(GRADUATE, 'graduate', 'chooseWay', {
      wayId: 'employed',
      routeId: 'direct',
      version: null,
    }),
  );
  await purgeAll();
  expect(world.store.all('members').map(({ name }) => name)).toContain('林小雨');
  const seasonsLeft = world.store.all('transfers').map(({ seasonId, wayId }) => `${seasonId} ${wayId}`);
  expect(seasonsLeft.sort()).toEqual(['2027 army', '2028 employed']);
  const open = reminders().filter(({ status, accountId }) => status === 'planned' && accountId === GRADUATE);
  expect(open).toEqual([]);
});

it('goes on after it broke off in the middle', async () => {
  await openNext();
  const { remove } = world.ports.files;
  world.ports.files.remove = () => Promise.reject(new Error('the storage is away'));
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(errorOf(await purge(false))).toBe('INTERNAL');
  logged.mockRestore();
  world.ports.files.remove = remove;
  expect(world.store.all('erasures').some(({ state }) => state === 'erasing')).toBe(true);
  expect(dataOf(await purge(true)).counts.people).toBe(3);
  // Who was being removed just then is finished by whoever repeats it, and by the timer.
  expect((await purgeAll()).people).toBe(3);
  expect(tracesOf(world, '林小雨')).toEqual([]);
  expect(world.store.all('erasures').map(({ state }) => state)).toEqual(['settling', 'settling', 'settling']);
});

it('goes on where the time of a call was over, and counts nobody twice', async () => {
  const place = placeNamed(world, '光电2302团支部');
  const crowd = Array.from({ length: 2 * PURGE.parallel + 1 }, (_, index) => memberOf(place, `P${index}`));
  await settle(
    world,
    crowd.map((member) => ({ member })),
  );
  await openNext();
  const { counts: all, branchesLeft } = dataOf(await purge(true));
  expect([all.people, branchesLeft]).toEqual([crowd.length + 3, 0]);
  const { transact } = world.store;
  world.store.transact = async (work) => {
    const done = await transact(work);
    world.world.now += PURGE.budgetMs / 4;
    return done;
  };
  const sum = { people: 0, kept: 0, transfers: 0 };
  const left: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const part = dataOf(await purge(false, cursor));
    sum.people += part.counts.people;
    sum.kept += part.counts.kept;
    sum.transfers += part.counts.transfers;
    left.push(part.branchesLeft);
    const { next } = part;
    if (next !== null) {
      expect(part.branchesLeft).toBe(world.store.all('branches').filter(({ _id }) => _id >= next).length);
      expect(dataOf(await purge(true, next)).counts.people).toBe(all.people - sum.people);
    }
    cursor = next;
  }
  expect(left.length).toBeGreaterThan(2);
  expect(left).toEqual([...left].sort((one, other) => other - one));
  expect(left.at(-1)).toBe(0);
  const { people, kept, transfers } = all;
  expect(sum).toEqual({ people, kept, transfers });
  expect(world.store.all('members').map(({ name }) => name)).toEqual(['陈晨']);
});

/** As the secretary's, with her name in the history of somebody who stays. */
const confirmArrival = async () => {
  const graduate = world.store.all('members').find(({ accountId }) => accountId === GRADUATE);
  const { version } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).transfer ?? { version: 0 };
  const arrived = { memberId: graduate?._id ?? '', version, outcome: 'accepted' } as const;
  dataOf(await world.call(SECRETARY, 'secretary', 'confirmStatus', arrived));
};

/** Deletes her data, and gets no further than the first look at the audit. */
const beginDeleting = async () => {
  const find = world.store.find.bind(world.store);
  world.store.find = (collection, query) =>
    collection === 'audits' ? Promise.reject(new Error('no connection')) : find(collection, query);
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(errorOf(await world.call(SECRETARY, 'graduate', 'deleteMyData', {}))).toBe('INTERNAL');
  logged.mockRestore();
  world.store.find = find;
};

it('goes on with whoever was just deleting their data, by the WeChat they had then', async () => {
  await confirmArrival();
  await beginDeleting();
  await openNext();
  await purgeAll();
  expect([...tracesOf(world, SECRETARY), ...tracesOf(world, '周敏')]).toEqual([]);
});

it('takes the same out of what they did as secretary where they stay a teacher', async () => {
  const invited = await world.call(ADMIN, 'teacher', 'inviteTeacher', { collegeId: 'all', name: '周老师' });
  const invitation = { code: dataOf(invited).code, name: '周老师' };
  dataOf(await world.call(SECRETARY, 'account', 'acceptInvitation', invitation));
  await confirmArrival();
  await beginDeleting();
  await openNext();
  await purgeAll();
  // An office has a name; what she did for her classmates has none any more.
  expect(tracesOf(world, '周敏')).toEqual(['accounts']);
  expect(world.store.all('accounts').find(({ _id }) => _id === SECRETARY)?.roles).toHaveLength(1);
});

it('takes whose WeChat was taken off out of what they did in an office', async () => {
  await confirmArrival();
  const secretary = world.store.all('members').find(({ accountId }) => accountId === SECRETARY);
  const unbinding = { memberId: secretary?._id ?? '', reason: '换了微信' };
  dataOf(await world.call(TEACHER, 'teacher', 'unbindMember', unbinding));
  await openNext();
  await purgeAll();
  expect([...tracesOf(world, SECRETARY), ...tracesOf(world, '周敏')]).toEqual([]);
});

it('goes no further once the right to it has ended', async () => {
  await openNext();
  const { code } = dataOf(
    await world.call(ADMIN, 'teacher', 'inviteTeacher', { collegeId: 'all', name: '赵老师' }),
  );
  dataOf(await world.call('oZhao', 'account', 'acceptInvitation', { code, name: '赵老师' }));
  const find = world.store.find.bind(world.store);
  let branches = 0;
  world.store.find = async (collection, query) => {
    const found = await find(collection, query);
    if (collection === 'members' && 'branchId' in query.where && (branches += 1) === 1)
      dataOf(await world.call('oZhao', 'teacher', 'removeTeacher', { accountId: ADMIN }));
    return found;
  };
  expect(errorOf(await purge(false))).toBe('FORBIDDEN');
  expect(branches).toBe(1);
  expect(world.store.all('members')).toHaveLength(4);
  expect(world.store.all('seasons').find(({ _id }) => _id === '2027')?.purgedAt).toBeNull();
});
