import type { RecordOf } from '../../../cloudfunctions/_shared/store/records';
import { DAY_MS } from '../../../miniprogram/domain/calendar/china-time';
import {
  ADMIN,
  choose,
  giveCredits,
  GRADUATE,
  openUniversity,
  submitEmployed,
  TEACHER,
  type University,
} from '../support/people';
import { dataOf, type World } from '../support/world';

type Notice = RecordOf<'notices'>;

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const read = async (openid: string, before?: number) =>
  dataOf(await world.call(openid, 'account', 'messages', before === undefined ? {} : { before }));

/** All pages from the newest notice to the oldest. */
const readAll = async (openid: string): Promise<string[][]> => {
  const pages: string[][] = [];
  for (let before: number | undefined; pages.length < 50;) {
    const { notices, next } = await read(openid, before);
    pages.push(notices.map(({ id }) => id));
    if (next === null) return pages;
    before = next;
  }
  throw new Error('the inbox has no end');
};

const notice = (id: string, dueAt: number, more: Partial<Notice> = {}): Notice => ({
  _id: id,
  recordVersion: 2,
  version: 0,
  planId: id,
  aboutId: 'm-1',
  kind: 'approved',
  template: 'progress',
  audience: 'graduate',
  accountId: GRADUATE,
  channel: 'subscribe',
  collegeId: null,
  rulebookId: 'usst-2020',
  days: null,
  title: id,
  text: '',
  page: 'pages/track/track',
  fields: {},
  dueAt,
  notAfter: null,
  status: 'sent',
  nextAt: dueAt,
  attempts: 1,
  leaseId: null,
  mayRepeat: false,
  errorCode: null,
  problem: null,
  isPrompt: true,
  digestOf: null,
  readAt: null,
  settledAt: dueAt,
  ...more,
});

const put = (notices: readonly Notice[]): Promise<unknown> => world.store.insertMissing('notices', notices);
const many = (count: number, name: string, dueAt: (index: number) => number, more: Partial<Notice> = {}) =>
  Array.from({ length: count }, (_, index) =>
    notice(`${name}-${String(index).padStart(3, '0')}`, dueAt(index), more),
  );

describe('paging', () => {
  const past = (minutes: number): number => world.world.now - minutes * 60_000;

  it('shows each notice once, newest first', async () => {
    await put(many(45, 'n', (index) => past(index + 1)));
    const pages = await readAll(GRADUATE);
    const ids = pages.flat().filter((id) => id.startsWith('n-'));
    expect(ids).toEqual(many(45, 'n', () => 0).map(({ _id }) => _id));
    expect(pages.length).toBeGreaterThan(2);
  });

  it.each([
    ['fewer than a page', 7],
    ['exactly a page', 20],
    ['more than a page', 33],
  ])('tears no moment apart: %s in the middle', async (_, together) => {
    await put([
      ...many(15, 'new', (index) => past(index + 1)),
      ...many(together, 'morning', () => past(100)),
      ...many(15, 'old', (index) => past(200 + index)),
    ]);
    const ids = (await readAll(GRADUATE)).flat();
    expect(new Set(ids).size).toBe(ids.length);
    for (const [name, count] of [
      ['new', 15],
      ['morning', together],
      ['old', 15],
    ] as const)
      expect([name, ids.filter((id) => id.startsWith(name)).length]).toEqual([name, count]);
  });

  it('passes over pages on which nothing is left to see', async () => {
    const hidden = { status: 'cancelled', readAt: 1 } as const;
    await put([...many(50, 'gone', (index) => past(index + 1), hidden), notice('still-there', past(300))]);
    const { notices, unread } = await read(GRADUATE);
    expect(notices.map(({ id }) => id)).toContain('still-there');
    expect(unread).toBe(1);
  });
});

describe('what comes with the first page', () => {
  it('is all that the card about reminders shows, as home would say it', async () => {
    await giveCredits(world, GRADUATE, 2);
    await submitEmployed(world, GRADUATE);
    const home = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
    const { reminders, subscription } = await read(GRADUATE);
    const { openedAt: _begun, ...season } = home.season;
    expect(home.comingReminders.length).toBeGreaterThan(2);
    expect(reminders).toEqual({
      state: 'submitted',
      loginConfirmedAt: home.loginConfirmedAt,
      receiverClock: true,
      deadlineAt: home.transfer?.deadlineAt,
      season,
      rulebookId: home.season.rulebookId,
      coming: home.comingReminders,
    });
    expect(subscription).toEqual(home.subscription);
  });

  it('goes by the college’s own deadline and by the rules the transfer was begun under', async () => {
    await submitEmployed(world, GRADUATE);
    const season = { id: '2027', name: '2027届', rulebookId: 'national-2022' };
    dataOf(await world.call(ADMIN, 'teacher', 'openSeason', season));
    const { collegeId } = university;
    const { version } = dataOf(await world.call(TEACHER, 'teacher', 'season', {})).season;
    const deadlineAt = world.world.now + 20 * DAY_MS;
    const own = { collegeId, version, changes: { deadlineAt } };
    dataOf(await world.call(TEACHER, 'teacher', 'saveCollegeSeason', own));
    const home = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
    expect(home.season.deadlineAt).toBe(deadlineAt);
    const { openedAt: _begun, ...held } = home.season;
    expect((await read(GRADUATE)).reminders).toMatchObject({
      season: held,
      rulebookId: home.transfer?.rulebookId,
    });
    expect(home.transfer?.rulebookId).toBe('usst-2020');
  });

  it('is there before a way is chosen and without a clock, but not for a teacher or on later pages', async () => {
    expect((await read(GRADUATE)).reminders).toMatchObject({ state: null, receiverClock: false });
    await choose(world, GRADUATE, 'army');
    expect((await read(GRADUATE)).reminders).toMatchObject({ state: 'draft', receiverClock: false });
    expect((await read(TEACHER)).reminders).toBeNull();
    expect((await read(GRADUATE, world.world.now)).reminders).toBeNull();
  });
});
