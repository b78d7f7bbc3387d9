import { HOUR_MS, MINUTE_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { UNDO_APPROVAL_MS } from '../../../../miniprogram/domain/transfer/approving';
import {
  giveCredits,
  GRADUATE,
  memberNamed,
  openUniversity,
  OTHER_TEACHER,
  person,
  SECRETARY,
  TEACHER,
  type University,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';
import { importRoster } from '../../support/roster';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const puts = async (more: object) => {
  const rows = [person('S002', '林小雨', more)];
  const { collegeId } = university;
  await importRoster(world, TEACHER, collegeId, rows);
};
const member = () => world.store.all('members').find(({ studentNumber }) => studentNumber === 'S002');
const tells = (birthMonth?: string) =>
  world.call(GRADUATE, 'graduate', 'reportOverAge', birthMonth ? { birthMonth } : {});
const home = async () => dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
const waiting = async () =>
  dataOf(await world.call(TEACHER, 'teacher', 'queue', { kind: 'overAge' })).items.map(
    ({ memberName }) => memberName,
  );

it('whoever the roster knows to be over age tells the college with one tap', async () => {
  await puts({ birthMonth: '1999-01' });
  expect((await home()).overAgeReport).toEqual({ reportedAt: null, recordedAt: null });
  const { report } = dataOf(await tells());
  expect(report).toEqual({ reportedAt: world.world.now, recordedAt: null });
  world.world.now += 1000;
  expect(dataOf(await tells()).report).toEqual(report);
  expect((await home()).overAgeReport).toEqual(report);
});

it('a month the roster lacks comes from the person, and brings them into the college’s queue', async () => {
  await world.store.transact(async (tx) => {
    const known = member();
    if (known) tx.put('members', { ...known, birthMonth: null });
    return { ok: true, data: undefined };
  });
  expect(errorOf(await tells())).toBe('FIELD_REQUIRED');
  expect(await waiting()).toEqual([]);
  dataOf(await tells('1999-06'));
  expect(await waiting()).toEqual(['林小雨']);
  const memberId = member()?._id ?? '';
  world.world.now += 1000;
  dataOf(await world.call(TEACHER, 'teacher', 'recordOverAge', { memberId, reason: '已经记进超龄名单' }));
  expect((await home()).overAgeReport).toMatchObject({ recordedAt: world.world.now });
  // Why it is closed is said to whom it is about.
  const { report } = dataOf(await world.call(GRADUATE, 'graduate', 'overAge', {}));
  expect(report).toMatchObject({ recordedAt: world.world.now, reason: '已经记进超龄名单' });
  expect(await waiting()).toEqual([]);
});

/** Whether every page, the board and the nudge take the person for freed by their age. */
const freedEverywhere = async () => {
  const own = await home();
  const { report } = dataOf(await world.call(GRADUATE, 'graduate', 'overAge', {}));
  const { reminders } = dataOf(await world.call(GRADUATE, 'account', 'messages', {}));
  const asked = { memberId: member()?._id ?? '' };
  const seen = dataOf(await world.call(TEACHER, 'teacher', 'person', asked)).person;
  const { nudge } = dataOf(await world.call(SECRETARY, 'secretary', 'person', asked));
  return {
    home: own.member.overAge,
    page: report.reportedAt !== null,
    silent: own.comingReminders.length === 0,
    inbox: reminders?.coming.length === 0,
    teacher: seen.overAge,
    secretary: nudge === 'nothing-to-do',
  };
};
const everywhere = (freed: boolean) => ({
  home: freed,
  page: freed,
  silent: freed,
  inbox: freed,
  teacher: freed,
  secretary: freed,
});

it('is over everywhere once the roster knows a month that says otherwise, and holds while it knows none', async () => {
  const unknown = () => world.store.plant('members', { ...memberNamed(world, '林小雨'), birthMonth: null });
  unknown();
  dataOf(await tells('1999-06'));
  expect(await freedEverywhere()).toEqual(everywhere(true));
  unknown();
  expect(await freedEverywhere()).toEqual(everywhere(true));
  await puts({ birthMonth: '2004-06' });
  expect(await freedEverywhere()).toEqual(everywhere(false));
  expect(errorOf(await tells())).toBe('FIELD_INVALID');
  await puts({ birthMonth: '1999-06' });
  expect(await freedEverywhere()).toEqual(everywhere(true));
});

it('is dealt with beside a mark that nobody can read, which stays as it is', async () => {
  await puts({ birthMonth: '1999-01' });
  const memberId = member()?._id ?? '';
  const mark = { _id: memberId, recordVersion: 99, lastNudgedAt: null };
  world.store.plant('marks', mark);
  dataOf(await world.call(TEACHER, 'teacher', 'recordOverAge', { memberId, reason: '已经记进超龄名单' }));
  expect(await waiting()).toEqual([]);
  expect(world.store.document('marks', memberId)).toEqual(mark);
});

it('stays dealt with when the roster comes again, and when the person deletes their data', async () => {
  await puts({ birthMonth: '1999-01' });
  expect(await waiting()).toEqual(['林小雨']);
  dataOf(
    await world.call(TEACHER, 'teacher', 'recordOverAge', {
      memberId: member()?._id ?? '',
      reason: '已经记进超龄名单',
    }),
  );
  await puts({ birthMonth: '1999-02' });
  expect(await waiting()).toEqual([]);
  dataOf(await world.call(GRADUATE, 'graduate', 'deleteMyData', {}));
  expect(await waiting()).toEqual([]);
});

it.each([
  ['a month the roster contradicts', { birthMonth: '2004-03' }, '1998-01', 'birthMonth'],
  [
    'somebody who still holds a League post',
    { birthMonth: '1999-01', hasLeaguePost: true },
    undefined,
    'hasLeaguePost',
  ],
] as const)('takes no word from %s', async (_who, more, birthMonth, field) => {
  await puts(more);
  const reply = await tells(birthMonth);
  expect(reply).toMatchObject({ ok: false, error: { code: 'FIELD_INVALID', field } });
  expect(member()?.birthMonth).toBe(more.birthMonth);
});

describe('is told', () => {
  const told = (openid: string) =>
    world.store
      .all('notices')
      .filter(({ accountId, status }) => accountId === openid && status !== 'cancelled');
  const kinds = (openid: string) => told(openid).map(({ kind }) => kind);
  const id = () => member()?._id ?? '';
  const record = async (reason = '已经记进超龄名单') =>
    dataOf(await world.call(TEACHER, 'teacher', 'recordOverAge', { memberId: id(), reason }));
  const reopen = async () =>
    dataOf(await world.call(TEACHER, 'teacher', 'reopenOverAge', { memberId: id() }));
  const pass = async (ms: number) => {
    world.world.now += ms;
    await world.tick();
  };

  beforeEach(async () => {
    await puts({ birthMonth: '1999-01' });
    for (const openid of [GRADUATE, TEACHER]) await giveCredits(world, openid, 5);
    await world.tick();
    world.sent.length = 0;
  });

  it('the college, at once and once, and counts as read for all of it when it is dealt with', async () => {
    dataOf(await tells());
    await pass(MINUTE_MS);
    dataOf(await tells());
    await world.tick();
    expect(told(TEACHER)).toMatchObject([
      { kind: 'over-age-reported', title: '林小雨说自己超龄了', status: 'sent', readAt: null },
    ]);
    await record();
    expect(told(TEACHER)[0]?.readAt).toBe(world.world.now);
  });

  it('the college by a digest where it could not be told, and where it waits too long', async () => {
    const teacher = world.store.all('accounts').find(({ _id }) => _id === TEACHER)!;
    world.store.plant('accounts', { ...teacher, credits: { ...teacher.credits, task: 0 } });
    dataOf(await tells());
    await world.tick();
    await pass(6 * HOUR_MS);
    const digest = () => told(TEACHER).filter(({ kind }) => kind === 'digest');
    expect(digest()).toMatchObject([{ digestOf: 'all', title: '有 1 条在等你' }]);
    expect(digest()[0]?.text).toContain('等你处理超龄');
    await pass(42 * HOUR_MS);
    expect(digest().at(-1)).toMatchObject({ digestOf: 'overdue', title: '有 1 条等了很久' });
  });

  it('nobody where the roster says otherwise before the message leaves', async () => {
    // 23:00 in China: it waits for the morning.
    world.world.now += 13 * HOUR_MS;
    dataOf(await tells());
    await puts({ birthMonth: '2004-06' });
    await pass(10 * HOUR_MS);
    expect(kinds(TEACHER)).not.toContain('over-age-reported');
  });

  it('the person what came of it, once a slip would have been taken back', async () => {
    await record('出生年月写错了，没有超龄');
    await pass(UNDO_APPROVAL_MS - 1);
    expect(kinds(GRADUATE)).toEqual([]);
    await pass(1);
    expect(told(GRADUATE)).toMatchObject([
      { kind: 'over-age-recorded', title: '学院处理了你的超龄', status: 'sent' },
    ]);
    expect(told(GRADUATE)[0]?.text).toContain('王芳老师在');
    expect(told(GRADUATE)[0]?.text).toContain('出生年月写错了，没有超龄');
  });

  it('nobody of what was taken back, and they stand in the queue again', async () => {
    await record();
    await reopen();
    expect(await waiting()).toEqual(['林小雨']);
    await reopen();
    await pass(UNDO_APPROVAL_MS);
    expect(kinds(GRADUATE)).toEqual([]);
    const { report } = dataOf(await world.call(GRADUATE, 'graduate', 'overAge', {}));
    expect(report).toEqual({ reportedAt: null, recordedAt: null });
    await record();
    await pass(UNDO_APPROVAL_MS);
    expect(kinds(GRADUATE)).toEqual(['over-age-recorded']);
  });
});

describe('a record of the college', () => {
  const record = async () =>
    dataOf(
      await world.call(TEACHER, 'teacher', 'recordOverAge', {
        memberId: member()?._id ?? '',
        reason: '记好了',
      }),
    );
  const recordedAt = async () =>
    dataOf(await world.call(TEACHER, 'teacher', 'person', { memberId: member()?._id ?? '' }))
      .overAgeRecordedAt;

  it('that was a mistake silences nobody: the month decides, and where there is none it can be taken back', async () => {
    world.store.plant('members', { ...memberNamed(world, '林小雨'), birthMonth: null });
    await record();
    expect(await recordedAt()).toBe(world.world.now);
    expect(await freedEverywhere()).toMatchObject({
      home: true,
      silent: true,
      teacher: true,
      secretary: true,
    });
    dataOf(await world.call(TEACHER, 'teacher', 'reopenOverAge', { memberId: member()?._id ?? '' }));
    expect(await recordedAt()).toBeNull();
    expect(await freedEverywhere()).toEqual(everywhere(false));
    await record();
    await puts({ birthMonth: '2004-06' });
    expect(await freedEverywhere()).toEqual(everywhere(false));
  });

  it('is taken back by nobody of another college', async () => {
    await record();
    const ask = { memberId: member()?._id ?? '' };
    expect(errorOf(await world.call(OTHER_TEACHER, 'teacher', 'reopenOverAge', ask))).toBe('NOT_FOUND');
    expect(await recordedAt()).not.toBeNull();
  });
});
