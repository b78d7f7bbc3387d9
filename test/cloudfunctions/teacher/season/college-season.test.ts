/** What a college sets for its own people: announcement, an earlier deadline, quiet hours. */
import type { Request } from '../../../../miniprogram/contract';
import { atChinaTime, chinaDay, chinaParts } from '../../../../miniprogram/domain/calendar/china-time';
import { isQuietHour } from '../../../../miniprogram/domain/calendar/quiet-hours';
import {
  ADMIN,
  CLASSMATE,
  giveCredits,
  GRADUATE,
  memberNamed,
  openUniversity,
  OTHER_TEACHER,
  person,
  SECRETARY,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';
import { importRoster } from '../../support/roster';

type Changes = Request<'teacher', 'saveCollegeSeason'>['changes'];

const DAY = 86_400_000;
/** Of the other college. */
const OF_OTHER_COLLEGE = 'oElsewhere';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
  const rows = [person('S021', '孙文', { branchName: '工商2301团支部' })];
  const collegeId = university.otherCollegeId;
  const branches = await importRoster(world, OTHER_TEACHER, collegeId, rows);
  const inviteCode = branches[0]?.inviteCode ?? '';
  dataOf(
    await world.call(OF_OTHER_COLLEGE, 'account', 'signIn', {
      studentNumber: 'S021',
      name: '孙文',
      inviteCode,
    }),
  );
});

const read = async (openid = TEACHER) => dataOf(await world.call(openid, 'teacher', 'season', {}));
const preview = (changes: Changes, openid = TEACHER) =>
  world.call(openid, 'teacher', 'previewCollegeSeason', { collegeId: university.collegeId, changes });
const save = async (changes: Changes, openid = TEACHER) => {
  const { version } = (await read()).season;
  const { collegeId } = university;
  return world.call(openid, 'teacher', 'saveCollegeSeason', { collegeId, version, changes });
};
const homeOf = async (openid: string) => dataOf(await world.call(openid, 'graduate', 'home', {}));
/** What somebody's page says is still to come. */
const comingTo = async (openid: string) => (await homeOf(openid)).comingReminders;

it('follows the university until it sets something', async () => {
  const { season, college, colleges } = await read();
  const { deadlineAt, quietHours } = season;
  expect(college).toEqual({
    deadlineAt,
    deadlineOverridden: false,
    quietHours,
    quietHoursOverridden: false,
    announcement: null,
  });
  expect(colleges).toEqual([]);
});

describe('the announcement', () => {
  it('stands beside the university’s, for the own graduates alone', async () => {
    const { now } = world.world;
    dataOf(await save({ announcement: '光电学院 6月20日收齐截图' }));
    const changes = { announcement: '学校 6月30日截止' };
    const { version } = (await read()).season;
    dataOf(await world.call(ADMIN, 'teacher', 'saveSeason', { version, changes }));
    expect(await homeOf(GRADUATE)).toMatchObject({
      announcement: { text: '学校 6月30日截止' },
      collegeAnnouncement: { text: '光电学院 6月20日收齐截图', at: now },
    });
    expect(await homeOf(OF_OTHER_COLLEGE)).toMatchObject({
      announcement: { text: '学校 6月30日截止' },
      collegeAnnouncement: null,
    });
    dataOf(await save({ announcement: null }));
    expect((await homeOf(GRADUATE)).collegeAnnouncement).toBeNull();
    expect(world.store.all('seasons')[0]?.colleges).toEqual([]);
  });

  it('passes WeChat’s filter, or says in the audit that nobody looked', async () => {
    world.world.verdict = 'risky';
    expect(errorOf(await save({ announcement: '坏话' }))).toBe('TEXT_REJECTED');
    world.world.verdict = 'unavailable';
    dataOf(await save({ announcement: '周三下午不办公' }));
    const kept = world.store.all('audits').filter(({ action }) => action === 'save-college-season');
    expect(kept).toMatchObject([
      {
        kind: 'season',
        actor: { role: 'teacher', accountId: TEACHER },
        facts: { collegeId: university.collegeId, textCheck: 'unavailable' },
      },
    ]);
  });
});

describe('an earlier deadline', () => {
  it('is what the own people see and are reminded of; the others keep theirs', async () => {
    const { deadlineAt } = (await read()).season;
    const own = deadlineAt - 10 * DAY;
    const [mine, others] = [await comingTo(CLASSMATE), await comingTo(OF_OTHER_COLLEGE)];
    const reply = dataOf(await save({ deadlineAt: own }));
    expect(reply.season).toMatchObject({ deadlineAt });
    expect(reply.college).toMatchObject({ deadlineAt: own, deadlineOverridden: true });
    const coming = await comingTo(CLASSMATE);
    expect(coming).toEqual(mine.map(({ kind, dueAt }) => ({ kind, dueAt: dueAt - 10 * DAY })));
    expect(await comingTo(OF_OTHER_COLLEGE)).toEqual(others);
    expect((await homeOf(CLASSMATE)).season.deadlineAt).toBe(own);
    expect((await homeOf(OF_OTHER_COLLEGE)).season.deadlineAt).toBe(deadlineAt);
    const atStart = async (openid: string) =>
      dataOf(await world.call(openid, 'account', 'whoAmI', {})).season.deadlineAt;
    expect([await atStart(CLASSMATE), await atStart(OF_OTHER_COLLEGE), await atStart('oStranger')]).toEqual([
      own,
      deadlineAt,
      deadlineAt,
    ]);
    const board = dataOf(await world.call(SECRETARY, 'secretary', 'branchBoard', {}));
    expect(board.season.deadlineAt).toBe(own);
    world.world.now = coming[0]?.dueAt ?? 0;
    await world.tick();
    const reminded = world.store.all('notices').filter(({ kind }) => kind === 'season-near');
    expect(reminded.map(({ accountId }) => accountId)).not.toContain(OF_OTHER_COLLEGE);
    const { month, day } = chinaParts(own);
    expect(reminded.length).toBeGreaterThan(0);
    for (const { text } of reminded) expect(text).toContain(`${month}月${day}日`);
  });

  it('holds for who signs in later, and for a nudge', async () => {
    const own = (await read()).season.deadlineAt - 10 * DAY;
    dataOf(await save({ deadlineAt: own }));
    const unbound = dataOf(
      await world.call(TEACHER, 'teacher', 'unbindMember', {
        memberId: memberNamed(world, '陈晨')._id,
        reason: '换了',
      }),
    );
    const signIn = {
      studentNumber: 'S003',
      name: '陈晨',
      inviteCode: unbound.inviteCode ?? '',
    };
    dataOf(await world.call('oNewPhone', 'account', 'signIn', signIn));
    const last = (await comingTo('oNewPhone')).at(-1);
    expect(last && last.dueAt < own && own - last.dueAt < 2 * DAY).toBe(true);
    await giveCredits(world, 'oNewPhone', 3);
    dataOf(
      await world.call(SECRETARY, 'secretary', 'nudge', { memberIds: [memberNamed(world, '陈晨')._id] }),
    );
    const { month, day } = chinaParts(own);
    const nudged = world.store.all('notices').find(({ kind }) => kind === 'nudged');
    expect(nudged?.text).toContain(`${month}月${day}日`);
  });

  it('yields to the season’s when that is moved before it, and counts again when it is moved back', async () => {
    const { deadlineAt } = (await read()).season;
    const own = deadlineAt - 5 * DAY;
    dataOf(await save({ deadlineAt: own }));
    const setSeason = async (changes: Request<'teacher', 'saveSeason'>['changes']) => {
      const { version } = (await read(ADMIN)).season;
      dataOf(await world.call(ADMIN, 'teacher', 'saveSeason', { version, changes }));
    };
    await setSeason({ deadlineAt: deadlineAt - 8 * DAY });
    expect((await read()).college).toMatchObject({
      deadlineAt: deadlineAt - 8 * DAY,
      deadlineOverridden: false,
    });
    // Something else can still be saved.
    dataOf(await save({ announcement: '请抓紧' }));
    await setSeason({ deadlineAt: null });
    expect((await read()).college).toMatchObject({ deadlineAt: own, deadlineOverridden: true });
    dataOf(await save({ deadlineAt: null }));
    expect((await read()).college).toMatchObject({ deadlineAt, deadlineOverridden: false });
  });
});

describe('quiet hours', () => {
  const late = { from: 22, to: 12 };

  it('hold for what is to come to the own people, and for nobody else', async () => {
    const others = await comingTo(OF_OTHER_COLLEGE);
    dataOf(await save({ quietHours: late }));
    for (const { dueAt } of await comingTo(CLASSMATE)) expect(chinaParts(dueAt).hour).toBe(12);
    expect(await comingTo(OF_OTHER_COLLEGE)).toEqual(others);
    await submitEmployed(world, GRADUATE);
    for (const { dueAt } of await comingTo(GRADUATE))
      expect(isQuietHour(chinaParts(dueAt).hour, late)).toBe(false);
  });

  it('keep back the messages of one college while another’s go out', async () => {
    await giveCredits(world, TEACHER, 3);
    await giveCredits(world, OTHER_TEACHER, 3);
    world.world.now = atChinaTime(chinaDay(world.world.now) + 1, 10, 0);
    dataOf(await save({ quietHours: { from: 22, to: 12 } }));
    await submitEmployed(world, GRADUATE);
    await submitEmployed(world, OF_OTHER_COLLEGE);
    await world.tick();
    const waiting = world.store.all('notices').filter(({ kind }) => kind === 'approval-waiting');
    const statusOf = (openid: string) => waiting.find(({ accountId }) => accountId === openid)?.status;
    expect([statusOf(TEACHER), statusOf(OTHER_TEACHER)]).toEqual(['planned', 'sent']);
    world.world.now = atChinaTime(chinaDay(world.world.now), 12, 1);
    await world.tick();
    const after = world.store
      .all('notices')
      .find(({ _id }) => waiting.some((one) => one._id === _id && one.accountId === TEACHER));
    expect(after?.status).toBe('sent');
  });

  it('go back to the university’s', async () => {
    dataOf(await save({ quietHours: late }));
    expect((await read()).college).toMatchObject({ quietHours: late, quietHoursOverridden: true });
    expect((await read()).season.quietHours).not.toEqual(late);
    dataOf(await save({ quietHours: null }));
    expect((await read()).college).toMatchObject({ quietHoursOverridden: false });
  });
});

describe('the preview', () => {
  it('counts the own people alone, changes nothing, and is kept', async () => {
    const changes = { deadlineAt: (await read()).season.deadlineAt - 10 * DAY };
    const before = world.store.text();
    const promised = dataOf(await preview(changes));
    expect(world.store.text()).toBe(before);
    expect(promised).toMatchObject({ people: 4, complete: true, transfersMoved: 0 });
    expect(promised.before.deadlineAt - promised.after.deadlineAt).toBe(10 * DAY);
    dataOf(await save(changes));
    const each = (await comingTo(CLASSMATE)).length;
    expect(promised.remindersAdded).toBe(4 * each);
  });
});

const tooLate = async () => ({ deadlineAt: (await read()).season.deadlineAt + DAY });
const refused: [string, () => Changes | Promise<Changes>, string][] = [
  ['a deadline after the season’s', tooLate, 'DEADLINE_AFTER_SEASON'],
  ['a deadline that is over', () => ({ deadlineAt: Date.UTC(2027, 0, 1) }), 'DEADLINE_PAST'],
  ['quiet hours by day', () => ({ quietHours: { from: 9, to: 17 } }), 'QUIET_HOURS_ODD'],
  ['hours that are none', () => ({ quietHours: { from: 9, to: 25 } }), 'BAD_REQUEST'],
  ['an ID number', () => ({ announcement: '11010519491231002X' }), 'ID_NUMBER_REFUSED'],
  ['the university’s rulebook', () => ({ rulebookId: 'national-2022' }) as Changes, 'BAD_REQUEST'],
];
it.each(refused)('refuses %s and changes nothing', async (_case, changesOf, code) => {
  const changes = await changesOf();
  const before = world.store.text();
  expect(errorOf(await preview(changes))).toBe(code);
  expect(errorOf(await save(changes))).toBe(code);
  expect(world.store.text()).toBe(before);
});

it('says which day the deadline may not pass', async () => {
  expect(await save(await tooLate())).toMatchObject({
    error: { field: 'changes.deadlineAt', detail: { date: '6月30日' } },
  });
});

it('refuses what was saved meanwhile, by the committee or by another college', async () => {
  const { version } = (await read()).season;
  const { collegeId, otherCollegeId } = university;
  const changes = { announcement: '管理学院的通知' };
  dataOf(
    await world.call(OTHER_TEACHER, 'teacher', 'saveCollegeSeason', {
      collegeId: otherCollegeId,
      version,
      changes,
    }),
  );
  // What WeChat was asked about is counted on the account all the same.
  const kept = () =>
    JSON.stringify((['seasons', 'notices', 'audits'] as const).map((name) => world.store.all(name)));
  const before = kept();
  const stale = { collegeId, version, changes };
  expect(errorOf(await world.call(TEACHER, 'teacher', 'saveCollegeSeason', stale))).toBe('CONFLICT');
  expect(kept()).toBe(before);
});

it('is neither seen nor changed by a teacher of another college', async () => {
  dataOf(await save({ announcement: '光电学院的通知', quietHours: { from: 20, to: 9 } }));
  expect(JSON.stringify(await read(OTHER_TEACHER))).not.toContain('光电学院的通知');
  expect(errorOf(await preview({}, OTHER_TEACHER))).toBe('COLLEGE_UNKNOWN');
  expect(errorOf(await save({}, OTHER_TEACHER))).toBe('COLLEGE_UNKNOWN');
});

it('is listed for the committee, and not carried into the next season', async () => {
  dataOf(await save({ announcement: '光电学院的通知' }));
  expect((await read(ADMIN)).colleges).toMatchObject([
    { id: university.collegeId, name: '光电学院', announcement: { text: '光电学院的通知' } },
  ]);
  world.world.now += DAY;
  const next = { id: '2028', name: '2028届毕业季', rulebookId: 'usst-2020' };
  dataOf(await world.call(ADMIN, 'teacher', 'openSeason', next));
  expect((await read(ADMIN)).colleges).toEqual([]);
  expect((await homeOf(GRADUATE)).collegeAnnouncement).toBeNull();
});
