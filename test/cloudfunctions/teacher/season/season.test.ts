import { chinaParts, HOUR_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { memberOf, placeNamed, settle } from '../../support/crowd';
import {
  ADMIN,
  CLASSMATE,
  giveCredits,
  GRADUATE,
  memberNamed,
  openUniversity,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { createWorld, dataOf, errorOf, type World } from '../../support/world';
import type { Request } from '../../../../miniprogram/contract';

type Changes = Request<'teacher', 'saveSeason'>['changes'];

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const read = async () => dataOf(await world.call(ADMIN, 'teacher', 'season', {}));
const preview = (changes: Changes) => world.call(ADMIN, 'teacher', 'previewSeason', { changes });
const save = async (changes: Changes) => {
  const { version } = (await read()).season;
  return world.call(ADMIN, 'teacher', 'saveSeason', { version, changes });
};
/** What somebody's page says is still to come. */
const comingTo = async (openid: string) =>
  dataOf(await world.call(openid, 'graduate', 'home', {})).comingReminders;
const remindedOf = (openid: string) =>
  world.store.all('notices').filter(({ accountId, kind }) => accountId === openid && kind === 'season-near');
const DAY = 86_400_000;

it('shows the season, the rulebooks and which templates are missing', async () => {
  const { season, rulebooks, templates } = await read();
  expect(season).toMatchObject({
    id: '2027',
    rulebookId: 'usst-2020',
    deadlineOverridden: false,
  });
  expect(rulebooks.map(({ id }) => id)).toEqual(['national-2022', 'usst-2020', 'beijing-2024']);
  expect(templates.map(({ key, missing }) => [key, missing])).toEqual([
    ['progress', false],
    ['deadline', false],
    ['code', false],
    ['task', false],
  ]);
  Object.assign(world.ports.settings.templateIds, { code: '' });
  expect((await read()).templates.find(({ key }) => key === 'code')).toMatchObject({
    id: null,
    missing: true,
  });
});

it('is there to read before one was opened, but nothing begins by rules nobody chose', async () => {
  const fresh = createWorld();
  dataOf(await fresh.call(ADMIN, 'account', 'claimAdministrator', { code: 'one-time-code', name: '校团委' }));
  const { season } = dataOf(await fresh.call(ADMIN, 'teacher', 'season', {}));
  expect(season).toMatchObject({ version: 0, deadlineOverridden: false });
  const changes = { announcement: '欢迎' };
  expect(errorOf(await fresh.call(ADMIN, 'teacher', 'saveSeason', { version: 0, changes }))).toBe(
    'SEASON_NOT_OPEN',
  );
  expect(fresh.store.all('seasons')).toEqual([]);
});

it('lets nobody choose a way before the committee has chosen the rules', async () => {
  await world.store.removeAll('seasons', ['2027']);
  const choice = { wayId: 'employed', routeId: 'direct', version: null };
  expect(errorOf(await world.call(GRADUATE, 'graduate', 'chooseWay', choice))).toBe('SEASON_NOT_OPEN');
  expect(world.store.all('transfers')).toEqual([]);
});

it('previews what a later deadline would do, and changes nothing', async () => {
  await submitEmployed(world, GRADUATE);
  const { season } = await read();
  const before = JSON.stringify(world.store.all('notices'));
  const view = dataOf(await preview({ deadlineAt: season.deadlineAt + 10 * DAY }));
  expect(view.after.deadlineAt - view.before.deadlineAt).toBe(10 * DAY);
  expect(view).toMatchObject({ people: 3, remindersGone: 0, transfersMoved: 0, complete: true });
  expect(view.remindersAdded).toBe(3 * (await comingTo(CLASSMATE)).length);
  expect(JSON.stringify(world.store.all('notices'))).toBe(before);
  expect((await read()).season).toEqual(season);
});

it('moves the reminders of those who have not begun at once, and nobody else’s', async () => {
  await submitEmployed(world, GRADUATE);
  const { season } = await read();
  const before = await comingTo(CLASSMATE);
  const ofSubmitted = await comingTo(GRADUATE);
  dataOf(await save({ deadlineAt: season.deadlineAt + 10 * DAY }));
  expect(await comingTo(CLASSMATE)).toEqual(
    before.map(({ kind, dueAt }) => ({ kind, dueAt: dueAt + 10 * DAY })),
  );
  expect(await comingTo(GRADUATE)).toEqual(ofSubmitted);
});

it('sends no reminder of a deadline that has moved, even where both fall on one turn of the timer', async () => {
  await giveCredits(world, CLASSMATE, 3);
  const { season } = await read();
  const [first] = await comingTo(CLASSMATE);
  world.world.now = first?.dueAt ?? 0;
  dataOf(await save({ deadlineAt: season.deadlineAt + 10 * DAY }));
  await world.tick();
  expect(remindedOf(CLASSMATE)).toEqual([]);
  world.world.now += 10 * DAY;
  await world.tick();
  expect(remindedOf(CLASSMATE).map(({ days }) => days)).toEqual([14]);
});

it('reminds on the same day of a deadline that has come so near by a change after the hour', async () => {
  const { season } = await read();
  const [, week] = await comingTo(CLASSMATE);
  world.world.now = (week?.dueAt ?? 0) - 3 * DAY + HOUR_MS;
  await world.tick();
  expect(remindedOf(CLASSMATE)).toEqual([]);
  dataOf(await save({ deadlineAt: season.deadlineAt - 3 * DAY }));
  await world.tick();
  expect(remindedOf(CLASSMATE).map(({ days }) => days)).toEqual([7]);
});

it.each([
  ['few', 0],
  ['more than are looked up at once', 45],
])('brings exactly what the preview promised: %s', async (_many, more) => {
  const place = placeNamed(world, '光电2302团支部');
  const signedIn = (index: number) => memberOf(place, `C${index}`, { accountId: `o-c-${index}` });
  await settle(
    world,
    Array.from({ length: more }, (_, index) => ({ member: signedIn(index) })),
  );
  await submitEmployed(world, GRADUATE);
  const changes = { quietHours: { from: 22, to: 11 } };
  const promised = dataOf(await preview(changes));
  dataOf(await save(changes));
  const coming = [...(await comingTo(CLASSMATE)), ...(await comingTo(GRADUATE))];
  for (const { dueAt } of coming) expect(chinaParts(dueAt).hour).toBeGreaterThanOrEqual(10);
  expect(promised.remindersAdded).toBeGreaterThan(more);
  expect(promised.transfersMoved).toBe(1);
});

it('reminds again after a reminder for the earlier deadline was sent, and keeps that one', async () => {
  const { season } = await read();
  const [first] = await comingTo(CLASSMATE);
  world.world.now = (first?.dueAt ?? 0) + 1000;
  await world.tick();
  dataOf(await save({ deadlineAt: season.deadlineAt + 20 * DAY }));
  world.world.now += 20 * DAY;
  await world.tick();
  expect(remindedOf(CLASSMATE).map(({ days, status }) => [days, status])).toEqual([
    [14, 'no-credit'],
    [14, 'no-credit'],
  ]);
});

it('uses the new quiet hours from then on, for what is under way too', async () => {
  await submitEmployed(world, GRADUATE);
  dataOf(await save({ quietHours: { from: 22, to: 12 } }));
  const timed = (await comingTo(GRADUATE)).filter(({ kind }) => kind === 'deadline-near');
  expect(timed.length).toBeGreaterThan(0);
  for (const { dueAt } of timed) expect(chinaParts(dueAt).hour).toBe(12);
});

it('says which quiet hours are the rulebook’s and which were set, until they are given back', async () => {
  const hours = async () => {
    const { quietHours, quietHoursOverridden } = (await read()).season;
    return [quietHours, quietHoursOverridden];
  };
  const [byRulebook] = await hours();
  expect(await hours()).toEqual([byRulebook, false]);
  dataOf(await save({ quietHours: { from: 22, to: 12 } }));
  expect(await hours()).toEqual([{ from: 22, to: 12 }, true]);
  dataOf(await save({ quietHours: null }));
  expect(await hours()).toEqual([byRulebook, false]);
});

it('keeps a deadline set by hand when the rulebook changes, until it is given back', async () => {
  const { season } = await read();
  const deadlineAt = season.deadlineAt + DAY;
  dataOf(await save({ deadlineAt }));
  expect(dataOf(await save({ rulebookId: 'national-2022' })).season).toMatchObject({
    deadlineAt,
    deadlineOverridden: true,
  });
  expect(dataOf(await save({ deadlineAt: null })).season.deadlineOverridden).toBe(false);
  expect(dataOf(await save({ rulebookId: 'usst-2020' })).season.deadlineAt).toBe(season.deadlineAt);
});

it('lets transfers keep the rulebook they began under', async () => {
  await submitEmployed(world, GRADUATE);
  expect(dataOf(await preview({ rulebookId: 'national-2022' })).transfersKept).toBe(1);
  dataOf(await save({ rulebookId: 'national-2022' }));
  const { season, transfer } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
  expect([season.rulebookId, transfer?.rulebookId]).toEqual(['national-2022', 'usst-2020']);
  const rulesShownFor = async (name: string) => {
    const { _id: memberId } = memberNamed(world, name);
    return dataOf(await world.call(TEACHER, 'teacher', 'person', { memberId })).rulebookId;
  };
  expect(await rulesShownFor('林小雨')).toBe('usst-2020');
  expect(await rulesShownFor('陈晨')).toBe('national-2022');
});

it('shows the announcement to everybody until it is taken back', async () => {
  const homeOf = async () => dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).announcement;
  expect(await homeOf()).toBeNull();
  const { now } = world.world;
  dataOf(await save({ announcement: '6月20日下午团委不办公' }));
  world.world.now += 1000;
  dataOf(await save({ announcement: '6月20日下午团委不办公' }));
  expect(await homeOf()).toEqual({ text: '6月20日下午团委不办公', at: now });
  dataOf(await save({ announcement: null }));
  expect(await homeOf()).toBeNull();
});

const refused: [string, Changes, string][] = [
  ['a rulebook nobody ships', { rulebookId: 'none-2020' }, 'RULEBOOK_UNKNOWN'],
  ['a rulebook only earlier transfers follow', { rulebookId: 'national-2024' }, 'RULEBOOK_UNKNOWN'],
  ['a deadline that is over', { deadlineAt: Date.UTC(2027, 0, 1) }, 'DEADLINE_PAST'],
  ['a deadline of another year', { deadlineAt: Date.UTC(2028, 4, 10) }, 'DEADLINE_OTHER_YEAR'],
  ['quiet hours by day', { quietHours: { from: 9, to: 17 } }, 'QUIET_HOURS_ODD'],
];
it.each(refused)('refuses %s', async (_case, changes, code) => {
  expect(errorOf(await preview(changes))).toBe(code);
  expect(errorOf(await save(changes))).toBe(code);
});

it.each([' ', '\n　', '\u200b\ufeff'])(
  'says that an announcement of nothing visible is none: %j',
  async (announcement) => {
    const nothing = { code: 'ANNOUNCEMENT_EMPTY', field: 'changes.announcement' };
    expect(await preview({ announcement })).toMatchObject({ error: nothing });
    expect(await save({ announcement })).toMatchObject({ error: nothing });
  },
);

const outOfOrder: [string, object, string][] = [
  ['of long ago', { id: '2017' }, 'SEASON_OUT_OF_ORDER'],
  ['too far ahead', { id: '2029' }, 'SEASON_OUT_OF_ORDER'],
  ['of no year', { id: 'summer' }, 'SEASON_NOT_A_YEAR'],
  ['with rules nobody ships', { rulebookId: 'none-2020' }, 'RULEBOOK_UNKNOWN'],
  ['with rules only earlier transfers follow', { rulebookId: 'national-2024' }, 'RULEBOOK_UNKNOWN'],
];
it.each(outOfOrder)('is not opened %s, and nothing is kept of the attempt', async (_case, wrong, code) => {
  const next = { id: '2028', name: '2028届毕业季', rulebookId: 'usst-2020', ...wrong };
  const before = world.store.text();
  expect(errorOf(await world.call(ADMIN, 'teacher', 'openSeason', next))).toBe(code);
  expect(world.store.text()).toBe(before);
});

it('answers with the deadline it keeps when it is opened again', async () => {
  const { season } = await read();
  const deadlineAt = season.deadlineAt + 2 * DAY;
  dataOf(await save({ deadlineAt }));
  const again = { id: season.id, name: '2027届毕业季', rulebookId: season.rulebookId };
  expect(dataOf(await world.call(ADMIN, 'teacher', 'openSeason', again))).toEqual({ deadlineAt });
  expect((await read()).season).toMatchObject({ deadlineAt, deadlineOverridden: true });
});

it('refuses what somebody else has saved meanwhile, and what WeChat finds risky', async () => {
  const { version } = (await read()).season;
  dataOf(await save({ name: '2027届' }));
  expect(
    errorOf(await world.call(ADMIN, 'teacher', 'saveSeason', { version, changes: { name: '另一个' } })),
  ).toBe('CONFLICT');
  world.world.verdict = 'risky';
  expect(errorOf(await save({ announcement: '坏话' }))).toBe('TEXT_REJECTED');
  const next = { id: '2028', name: '坏话', rulebookId: 'usst-2020' };
  expect(errorOf(await world.call(ADMIN, 'teacher', 'openSeason', next))).toBe('TEXT_REJECTED');
  expect(world.store.all('seasons')).toHaveLength(1);
  world.world.verdict = 'unavailable';
  dataOf(await world.call(ADMIN, 'teacher', 'openSeason', { ...next, name: '2028届' }));
  const opened = world.store.all('audits').filter(({ subjectId }) => subjectId === 'season-2028');
  expect(opened).toMatchObject([{ facts: { textCheck: 'unavailable' } }]);
});

it('is read by every college', async () => {
  expect(dataOf(await world.call(TEACHER, 'teacher', 'season', {})).season).toEqual((await read()).season);
});

it.each([TEACHER, SECRETARY, GRADUATE])('is the committee’s alone to change, not of %s', async (openid) => {
  expect(errorOf(await world.call(openid, 'teacher', 'previewSeason', { changes: {} }))).toBe('FORBIDDEN');
  expect(errorOf(await world.call(openid, 'teacher', 'saveSeason', { version: 0, changes: {} }))).toBe(
    'FORBIDDEN',
  );
});
