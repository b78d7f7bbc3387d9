import { refreshDigest } from '../../../cloudfunctions/_shared/notices/delivery/refresh-digest';
import type { Notice } from '../../../cloudfunctions/_shared/store/records';
import { DAY_MS, formatChina, HOUR_MS } from '../../../miniprogram/domain/calendar/china-time';
import {
  ADMIN,
  CLASSMATE,
  giveCredits,
  GRADUATE,
  openUniversity,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../support/people';
import { dataOf, type World } from '../support/world';

const HALF_HOUR = 1_800_000;
let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await giveCredits(world, TEACHER, 20);
});

const approve = async (transferId: string, version: number) => {
  const decision = { transferId, version, decision: 'approve', seenOnSystem: true } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', decision));
};

/** China times and titles of the digests sent while the timer runs for `days`. */
const digestsIn = async (days: number): Promise<string[]> => {
  const until = world.world.now + days * DAY_MS;
  const sent: string[] = [];
  for (; world.world.now < until; world.world.now += HALF_HOUR) {
    const before = world.sent.length;
    await world.tick();
    for (const { fields } of world.sent.slice(before)) {
      const title = fields.about ?? '';
      if (title.includes('等了很久')) sent.push(`${formatChina(world.world.now, 'M-D HH:mm')} ${title}`);
    }
  }
  return sent;
};

it('tells a teacher once a day what has waited too long, until it is done', async () => {
  const first = await submitEmployed(world, GRADUATE);
  const second = await submitEmployed(world, CLASSMATE);
  expect(await digestsIn(3)).toEqual(['5-12 09:00 有 2 条等了很久', '5-13 09:00 有 2 条等了很久']);
  await approve(first.id, first.version);
  expect(await digestsIn(1)).toEqual(['5-14 09:00 有 1 条等了很久']);
  await approve(second.id, second.version);
  expect(await digestsIn(3)).toEqual([]);
});

it('says what the oldest waits for, in the words of every page', async () => {
  await submitEmployed(world, GRADUATE);
  await digestsIn(3);
  const { notices } = dataOf(await world.call(TEACHER, 'account', 'messages', {}));
  const texts = notices.filter(({ kind }) => kind === 'digest').map(({ text }) => text);
  expect(texts[0]).toContain('最早的是林小雨，光电2302团支部，等你审批。');
});

it('says nothing when the college was quick', async () => {
  const { id, version } = await submitEmployed(world, GRADUATE);
  await approve(id, version);
  expect(await digestsIn(3)).toEqual([]);
  const inbox = dataOf(await world.call(TEACHER, 'account', 'messages', {}));
  expect(inbox.notices.map(({ kind }) => kind)).not.toContain('digest');
});

it('counts a letter the college has not written', async () => {
  const { season } = dataOf(await world.call(ADMIN, 'teacher', 'season', {}));
  const changes = { rulebookId: 'national-2022', choices: [{ setting: 'card', option: 'none' }] };
  dataOf(await world.call(ADMIN, 'teacher', 'saveSeason', { version: season.version, changes }));
  const { id: transferId, version } = await submitEmployed(world, GRADUATE);
  const confirm = { transferId, version, outcome: 'accepted' as const };
  const accepted = dataOf(await world.call(TEACHER, 'teacher', 'confirmStatus', confirm));
  expect(await digestsIn(2)).toEqual(['5-12 09:00 有 1 条等了很久']);
  const letter = { stepId: 'letter', part: 'done', isDone: true, number: '2027-001' } as const;
  const tick = { transferId, version: accepted.version, ...letter };
  dataOf(await world.call(TEACHER, 'teacher', 'tickOffline', tick));
  expect(await digestsIn(2)).toEqual([]);
});

it('makes up for the morning when the timer stood still, and goes on the day after', async () => {
  await submitEmployed(world, GRADUATE);
  world.world.now += 3 * DAY_MS;
  expect(await digestsIn(1)).toEqual(['5-13 10:00 有 1 条等了很久', '5-14 09:00 有 1 条等了很久']);
});

it('makes up for the morning also when the timer stood still until the afternoon', async () => {
  await submitEmployed(world, GRADUATE);
  // The third day at five in the afternoon.
  world.world.now += 3 * DAY_MS + 7 * 2 * HALF_HOUR;
  expect(await digestsIn(1)).toEqual(['5-13 17:00 有 1 条等了很久', '5-14 09:00 有 1 条等了很久']);
});

describe('a digest that is about to leave', () => {
  /** Claimed by this sender, of everything that waits in the college. */
  const claimed = async (more: Partial<Notice> = {}): Promise<Notice> => {
    await submitEmployed(world, GRADUATE);
    await world.tick();
    const told = world.store.all('notices').find(({ accountId }) => accountId === TEACHER);
    const { collegeId } = world.store.all('transfers')[0] ?? { collegeId: '' };
    const digest = {
      _id: 'digest',
      kind: 'digest',
      digestOf: 'all',
      aboutId: collegeId,
      title: '旧的',
    } as const;
    const sending = { status: 'sending', leaseId: 'lease', readAt: null, settledAt: null } as const;
    const notice: Notice = { ...told!, ...digest, ...sending, ...more };
    world.store.plant('notices', notice);
    return notice;
  };
  const stored = () => world.store.all('notices').find(({ _id }) => _id === 'digest');

  it('says what waits then', async () => {
    const notice = await claimed();
    await submitEmployed(world, CLASSMATE);
    const fresh = await refreshDigest(world.ports, notice);
    expect(fresh?.title).toBe('有 2 条在等你');
    expect(fresh?.text).toContain('林小雨');
    expect(stored()).toEqual(fresh);
  });

  it('counts what has waited too long alone, where it is of that', async () => {
    const notice = await claimed({ digestOf: 'overdue' });
    world.world.now += 24 * HOUR_MS - 1;
    expect(await refreshDigest(world.ports, notice)).toBeUndefined();
    expect(stored()).toMatchObject({ status: 'cancelled' });
    world.store.plant('notices', notice);
    world.world.now += 1;
    await submitEmployed(world, CLASSMATE);
    expect((await refreshDigest(world.ports, notice))?.title).toBe('有 1 条等了很久');
  });

  it('is dropped where nothing waits any more, or it would come too late', async () => {
    const { notAfter: _never, ...notice } = await claimed();
    const { now } = world.world;
    const over = { readAt: now, settledAt: now };
    world.store.plant('notices', { ...notice, notAfter: now - 1 });
    expect(await refreshDigest(world.ports, { ...notice, notAfter: now - 1 })).toBeUndefined();
    expect(stored()).toMatchObject({ status: 'too-late', title: '旧的', ...over });
    world.store.plant('notices', { ...notice, notAfter: now });
    expect(await refreshDigest(world.ports, { ...notice, notAfter: now })).toBeDefined();
    const [transfer] = world.store.all('transfers');
    await approve(transfer?._id ?? '', transfer?.version ?? 0);
    expect(await refreshDigest(world.ports, { ...notice, notAfter: now })).toBeUndefined();
    expect(stored()).toMatchObject({ status: 'cancelled', ...over });
  });

  it('is left to whoever has it by now', async () => {
    const notice = await claimed();
    for (const other of [{ leaseId: 'another' }, { status: 'sent' }] as const) {
      world.store.plant('notices', { ...notice, ...other });
      expect(await refreshDigest(world.ports, notice)).toBeUndefined();
      expect(stored()).toEqual({ ...notice, ...other });
    }
  });
});

describe('without a credit left', () => {
  const AFTERNOON = '16:00';
  const titlesIn = async (openid: string, days: number): Promise<string[]> => {
    const until = world.world.now + days * DAY_MS;
    for (; world.world.now < until; world.world.now += HALF_HOUR) await world.tick();
    const { notices } = dataOf(await world.call(openid, 'account', 'messages', {}));
    return notices
      .filter(({ kind }) => kind === 'digest')
      .map(({ at, title }) => `${formatChina(at, 'M-D HH:mm')} ${title}`)
      .reverse();
  };

  it('tells a secretary in the afternoon what could not be told at once', async () => {
    dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
    expect(await titlesIn(SECRETARY, 0.5)).toEqual([`5-10 ${AFTERNOON} 有 1 条在等你`]);
  });

  it('sends that digest when the credits were topped up meanwhile', async () => {
    dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
    await world.tick();
    await giveCredits(world, SECRETARY, 1);
    await titlesIn(SECRETARY, 0.5);
    expect(world.sent.map(({ openid, fields }) => [openid, fields.about])).toEqual([
      [SECRETARY, '有 1 条在等你'],
    ]);
  });

  it('waits for Monday over the weekend', async () => {
    // Sunday at five.
    world.world.now += 6 * DAY_MS + 7 * 2 * HALF_HOUR;
    dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
    expect(await titlesIn(SECRETARY, 0.8)).toEqual(['5-17 09:00 有 1 条在等你']);
  });
});
