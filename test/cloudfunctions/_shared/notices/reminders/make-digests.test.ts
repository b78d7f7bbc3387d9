/** Who is told at a slot of the day, to the millisecond: of what waited too long, and of what they were not told at once. */
import { makeDigests } from '../../../../../cloudfunctions/_shared/notices/reminders/make-digests';
import { currentSeason } from '../../../../../cloudfunctions/_shared/season/season';
import type { RecordOf } from '../../../../../cloudfunctions/_shared/store/records';
import {
  atChinaTime,
  chinaDay,
  DAY_MS,
  HOUR_MS,
} from '../../../../../miniprogram/domain/calendar/china-time';
import {
  CLASSMATE,
  GRADUATE,
  memberNamed,
  openUniversity,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../../../support/people';
import { dataOf, START, type World } from '../../../support/world';

/** Wednesday, two days after the university was founded. */
const DAY = chinaDay(START) + 2;
const MORNING = atChinaTime(DAY, 9, 0);
const AFTERNOON = atChinaTime(DAY, 16, 0);
const BEFORE = atChinaTime(DAY - 1, 16, 0);
/** What waits since then or longer is told in the morning. */
const PATIENCE = MORNING - 24 * HOUR_MS;

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

type Transfer = RecordOf<'transfers'>;
type Notice = RecordOf<'notices'>;

const waits = async (more: Partial<Transfer> = {}): Promise<void> => {
  if (world.store.all('transfers').length === 0) await submitEmployed(world, GRADUATE);
  await world.store.removeAll(
    'notices',
    world.store.all('notices').map(({ _id }) => _id),
  );
  const [transfer] = world.store.all('transfers');
  if (transfer) world.store.plant('transfers', { ...transfer, waitingSince: PATIENCE, ...more });
};
const asksForCode = async (more: Partial<RecordOf<'resetRequests'>> = {}): Promise<void> => {
  dataOf(await world.call(CLASSMATE, 'graduate', 'requestResetCode', {}));
  const [request] = world.store.all('resetRequests');
  if (request) world.store.plant('resetRequests', { ...request, requestedAt: PATIENCE, ...more });
};

/** The digests there are after a look at that moment: to whom, of what, with how many. */
const told = async (at: number): Promise<string[]> => {
  world.world.now = at;
  const made = await makeDigests(world.ports, await currentSeason(world.ports));
  const digests = world.store.all('notices').filter(({ _id, kind }) => kind === 'digest' && _id !== MISSED);
  expect(made).toBe(digests.length);
  return digests.map(({ accountId, digestOf, title }) => `${accountId} ${digestOf} ${title}`).sort();
};
const MISSED = 'missed';
const LONG = `${TEACHER} overdue 有 1 条等了很久`;

it.each([
  [PATIENCE, MORNING, [LONG]],
  [PATIENCE + 1, MORNING, []],
  [PATIENCE, MORNING - 1, []],
  [PATIENCE, AFTERNOON, [LONG]],
  [PATIENCE + 1, AFTERNOON, []],
  // Saturday.
  [PATIENCE, MORNING + 3 * DAY_MS, []],
])('what waits since %i is told at %i: %j', async (waitingSince, at, digests) => {
  await waits({ waitingSince });
  expect(await told(at)).toEqual(digests);
});

it.each([
  ['submitted', 'college', [LONG]],
  ['registered', 'college', [LONG]],
  ['accepted', 'college', [LONG]],
  ['recorded', 'college', [LONG]],
  ['approved', 'receiver', []],
  ['accepted', 'graduate', []],
  ['submitted', 'secretary', [`${SECRETARY} overdue 有 1 条等了很久`]],
  ['registered', 'secretary', []],
] as const)('%s, waiting for the %s', async (state, waitsFor, digests) => {
  await waits({ state, waitsFor });
  expect(await told(MORNING)).toEqual(digests);
});

it.each([
  ['escalated', PATIENCE, [LONG]],
  // With the teacher since then, though the secretary had it long before.
  ['escalated', PATIENCE + 1, []],
  ['waiting', null, []],
  ['issued', PATIENCE, []],
] as const)('a request for a code, %s since %i', async (state, escalatedAt, digests) => {
  await asksForCode({ state, escalatedAt, requestedAt: PATIENCE - HOUR_MS });
  await world.store.removeAll(
    'notices',
    world.store.all('notices').map(({ _id }) => _id),
  );
  expect(await told(MORNING)).toEqual(digests);
});

/** One that WeChat was not asked to take. */
const untold = async (more: Partial<Notice> = {}): Promise<void> => {
  const { collegeId, _id: aboutId } = memberNamed(world, '林小雨');
  const submitted = await submitEmployed(world, CLASSMATE);
  const [like] = world.store.all('notices').filter(({ planId }) => planId.startsWith(submitted.id));
  if (!like) throw new Error('the teacher is told');
  const missed = { _id: MISSED, aboutId, collegeId, status: 'no-credit', settledAt: MORNING } as const;
  world.store.plant('notices', { ...like, ...missed, ...more });
  await world.store.removeAll('notices', [like._id]);
  const theirs = world.store.all('transfers').find(({ _id }) => _id === submitted.id);
  if (theirs) world.store.plant('transfers', { ...theirs, waitingSince: MORNING });
};

it.each([
  ['now', {}, MORNING, true],
  ['just after the slot before', { settledAt: BEFORE + 1 }, MORNING, true],
  ['at the slot before', { settledAt: BEFORE }, MORNING, false],
  ['after this slot', { settledAt: MORNING + 1 }, MORNING, false],
  ['after this slot, asked in the afternoon', { settledAt: MORNING + 1 }, AFTERNOON, true],
  ['in the morning, asked in the afternoon', {}, AFTERNOON, false],
  ['because it was sent', { status: 'sent' }, MORNING, false],
  ['and is a digest itself', { kind: 'digest' }, MORNING, false],
  ['and was to a graduate', { audience: 'graduate' }, MORNING, false],
  ['and is of no college', { collegeId: null }, MORNING, false],
] as const)('what could not be told %s', async (_which, more, at, isTold) => {
  await waits({ waitingSince: MORNING });
  await untold({ accountId: TEACHER, ...more });
  expect(await told(at)).toEqual(isTold ? [`${TEACHER} all 有 2 条在等你`] : []);
});

it('tells all that waits alone to whom both would be told', async () => {
  await waits();
  await untold({ accountId: TEACHER });
  expect(await told(MORNING)).toEqual([`${TEACHER} all 有 2 条在等你`]);
});

it('tells a secretary of their branch what they could not be told of somebody in it', async () => {
  await asksForCode({ requestedAt: MORNING });
  await waits({ waitingSince: MORNING });
  await untold({ accountId: SECRETARY, audience: 'secretary' });
  expect(await told(MORNING)).toEqual([`${SECRETARY} all 有 1 条在等你`]);
});

it('tells a secretary nothing of somebody who is not on the roster, or when nothing waits', async () => {
  await asksForCode({ requestedAt: MORNING, state: 'issued' });
  await waits({ waitingSince: MORNING });
  await untold({ accountId: SECRETARY, audience: 'secretary' });
  expect(await told(MORNING)).toEqual([]);
  const [missed] = world.store.all('notices');
  if (missed) world.store.plant('notices', { ...missed, aboutId: 'm-nobody' });
  const [request] = world.store.all('resetRequests');
  if (request) world.store.plant('resetRequests', { ...request, state: 'waiting' });
  expect(await told(MORNING)).toEqual([]);
});

describe('a digest of before', () => {
  const inbox = (openid = TEACHER) =>
    world.store
      .all('notices')
      .filter(({ kind, accountId, readAt }) => kind === 'digest' && accountId === openid && readAt === null)
      .map(({ _id }) => _id);
  const at = async (moment: number) => {
    world.world.now = moment;
    await makeDigests(world.ports, await currentSeason(world.ports));
    const open = world.store.all('notices').filter(({ status }) => status === 'planned');
    for (const notice of open)
      world.store.plant('notices', { ...notice, status: 'no-credit', settledAt: world.world.now });
  };

  it('is read once there is a newer one, however long it lay there', async () => {
    await waits();
    await at(MORNING);
    const [first] = inbox();
    expect(inbox()).toHaveLength(1);
    await at(AFTERNOON);
    expect(inbox()).toEqual([first]);
    await at(MORNING + 7 * DAY_MS);
    expect(inbox()).toHaveLength(1);
    expect(inbox()).not.toContain(first);
  });

  it('is read once nothing waits any more, and not before', async () => {
    await waits();
    await at(MORNING);
    const [transfer] = world.store.all('transfers');
    // Handed in again a moment ago: nothing is overdue, but it waits.
    world.store.plant('transfers', { ...transfer!, waitingSince: AFTERNOON - 1 });
    await at(AFTERNOON);
    expect(inbox()).toHaveLength(1);
    world.store.plant('transfers', { ...transfer!, state: 'approved', waitsFor: 'receiver' });
    await at(AFTERNOON);
    expect(inbox()).toEqual([]);
  });

  it('of another person stays', async () => {
    await waits();
    await at(MORNING);
    const [own] = world.store.all('notices').filter(({ kind }) => kind === 'digest');
    world.store.plant('notices', { ...own!, _id: 'theirs', accountId: SECRETARY });
    await at(MORNING + DAY_MS);
    expect(inbox(SECRETARY)).toEqual(['theirs']);
    expect(inbox()).toHaveLength(1);
  });
});

it.each(['dead', 'invalid'] as const)('makes up for what was given up: %s', async (status) => {
  await waits({ waitingSince: MORNING });
  await untold({ accountId: TEACHER, status });
  expect(await told(MORNING)).toEqual([`${TEACHER} all 有 2 条在等你`]);
});

it('makes up for a post to the group by one to the group', async () => {
  await waits({ waitingSince: MORNING });
  const { collegeId } = memberNamed(world, '林小雨');
  await untold({ accountId: collegeId, channel: 'wecom', status: 'dead' });
  expect(await told(MORNING)).toEqual([`${collegeId} all 有 2 条在等你`]);
  expect(world.store.all('notices').find(({ kind }) => kind === 'digest')).toMatchObject({
    channel: 'wecom',
  });
});
