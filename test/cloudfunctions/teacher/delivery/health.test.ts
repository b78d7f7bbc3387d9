import type { SendOutcome } from '../../../../cloudfunctions/_shared/platform/ports';
import { withHeadMove } from '../../../../cloudfunctions/_shared/store/headcount';
import { HOUR_MS } from '../../../../miniprogram/domain/calendar/china-time';
import {
  ADMIN,
  CLASSMATE,
  giveCredits,
  GRADUATE,
  openUniversity,
  OTHER_TEACHER,
  SECRETARY,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

const MINUTE = 60_000;
const KEY = '0a1b2c3d-1111-2222-3333-444455556666';
const URL = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`;
let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const ask = () => world.call(GRADUATE, 'graduate', 'requestResetCode', {});
const health = async (openid = TEACHER) => dataOf(await world.call(openid, 'teacher', 'health', {}));
/** Those of a college, or of all where none is named. */
const callLetters = (openid: string, collegeId?: string) =>
  world.call(openid, 'teacher', 'deadLetters', collegeId === undefined ? {} : { collegeId });
const letters = async (openid = TEACHER, collegeId = university.collegeId) =>
  dataOf(await callLetters(openid, collegeId)).items;

const retry = async (openid: string, noticeIds: string[]) =>
  dataOf(await world.call(openid, 'teacher', 'retryNotices', { noticeIds })).retried;

it('counts what is due, what was sent and how quickly', async () => {
  await giveCredits(world, SECRETARY, 5);
  dataOf(await ask());
  expect(await health()).toMatchObject({
    dueNow: 1,
    oldestDueAt: world.world.now,
    sentToday: 0,
    promptShare: null,
  });
  await world.tick();
  expect(await health()).toMatchObject({ dueNow: 0, oldestDueAt: null, sentToday: 1, promptShare: 1 });
  dataOf(await world.call(CLASSMATE, 'graduate', 'requestResetCode', {}));
  world.world.now += 2 * MINUTE;
  await world.tick();
  expect(await health()).toMatchObject({ sentToday: 2, promptShare: 0.5, mayRepeatToday: 0 });
  expect(await health(OTHER_TEACHER)).toMatchObject({ sentToday: 0, unaskedToday: 0 });
  expect(await health(ADMIN)).toMatchObject({ sentToday: 2, hasRobot: null });
});

it('counts the same where more is open or settled than one question answers', async () => {
  await giveCredits(world, SECRETARY, 5);
  dataOf(await ask());
  const [notice] = world.store.all('notices');
  if (!notice) throw new Error('nobody was told');
  const settled = { settledAt: world.world.now, nextAt: Number.MAX_SAFE_INTEGER };
  const plant = (count: number, name: string, more: object) => {
    for (let each = 0; each < count; each += 1)
      world.store.plant('notices', { ...notice, _id: `${name}-${each}`, ...more });
  };
  const yesterday = world.world.now - 24 * HOUR_MS;
  plant(1000, 'open', {});
  plant(2, 'later', { nextAt: world.world.now + 1 });
  plant(993, 'sent', { ...settled, status: 'sent', isPrompt: false, mayRepeat: false });
  plant(4, 'prompt', { ...settled, status: 'sent', isPrompt: true, mayRepeat: true });
  plant(3, 'unasked', { ...settled, status: 'no-credit', errorCode: null });
  plant(2, 'refused', { ...settled, status: 'no-credit', errorCode: 43101 });
  plant(9, 'yesterday', { ...settled, status: 'sent', settledAt: yesterday });
  expect(await health()).toMatchObject({
    dueNow: 1001,
    sentToday: 997,
    promptShare: 4 / 997,
    mayRepeatToday: 4,
    unaskedToday: 3,
    refusedToday: 2,
  });
  expect(await health(OTHER_TEACHER)).toMatchObject({ dueNow: 0, sentToday: 0, unaskedToday: 0 });
});

it('counts those who could not be told by WeChat, instead of calling all sent', async () => {
  dataOf(await ask());
  await world.tick();
  expect(await health()).toMatchObject({ dueNow: 0, sentToday: 0, unaskedToday: 1 });
});

it('shows a refused field as a dead letter with an alarm, and sends it again once it is mended', async () => {
  await giveCredits(world, SECRETARY, 5);
  dataOf(await ask());
  world.world.answer = () => ({ kind: 'invalid', code: 47003, field: 'thing4' }) as SendOutcome;
  await world.tick();
  const [letter] = await letters();
  expect(letter).toMatchObject({
    kind: 'code-requested',
    code: 47003,
    field: 'thing4',
    recipientName: '周敏',
    useless: null,
  });
  expect(await health()).toMatchObject({
    deadLetters: 1,
    alarms: [{ channel: 'subscribe', template: 'task', code: 47003, field: 'thing4', count: 1 }],
  });
  expect(await letters(OTHER_TEACHER, university.otherCollegeId)).toEqual([]);
  expect(dataOf(await callLetters(ADMIN)).items).toEqual(await letters(ADMIN));
  for (const refused of [callLetters(OTHER_TEACHER, university.collegeId), callLetters(TEACHER)])
    expect(errorOf(await refused)).toBe('COLLEGE_UNKNOWN');
  // A template is everybody's.
  expect((await health(OTHER_TEACHER)).alarms).toHaveLength(1);
  const noticeId = letter?.id ?? '';
  expect(await retry(OTHER_TEACHER, [noticeId])).toBe(0);
  world.world.answer = () => ({ kind: 'sent' });
  expect(await retry(TEACHER, [noticeId, 'none'])).toBe(1);
  expect(await retry(TEACHER, [noticeId])).toBe(0);
  expect(await world.tick()).toMatchObject({ delivered: { sent: 1 } });
  expect(await letters()).toEqual([]);
});

it('does not retry what is too late to be of use', async () => {
  await giveCredits(world, SECRETARY, 5);
  dataOf(await ask());
  world.world.answer = () => ({ kind: 'invalid', code: 47003 });
  await world.tick();
  world.world.now += 25 * HOUR_MS;
  const [letter] = await letters();
  expect(letter).toMatchObject({ useless: 'late' });
  expect(await retry(TEACHER, [letter?.id ?? ''])).toBe(0);
});

describe('offers to send again what was given up', () => {
  const refuse = async () => {
    world.world.answer = () => ({ kind: 'invalid', code: 47003 });
    await world.tick();
    world.world.answer = () => ({ kind: 'sent' });
  };

  it('not where what it says is no longer so', async () => {
    await giveCredits(world, SECRETARY, 5);
    dataOf(await ask());
    await refuse();
    expect(await letters()).toMatchObject([{ useless: null }]);
    const { _id: requestId } = world.store.all('resetRequests')[0]!;
    dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '836214' }));
    expect(await letters()).toMatchObject([{ useless: 'done' }]);
  });

  it('not to whom WeChat would not take it', async () => {
    await giveCredits(world, SECRETARY, 1);
    dataOf(await ask());
    await refuse();
    const account = world.store.all('accounts').find(({ _id }) => _id === SECRETARY)!;
    world.store.plant('accounts', { ...account, credits: { ...account.credits, task: 0 } });
    expect(await letters()).toMatchObject([{ useless: 'no-credit' }]);
  });

  it('a digest as long as something waits', async () => {
    await giveCredits(world, TEACHER, 5);
    const { id: transferId, version } = await submitEmployed(world, GRADUATE);
    await world.tick();
    // Wednesday at nine: it has waited for two days.
    world.world.now += 47 * HOUR_MS;
    await refuse();
    const digest = async () => (await letters()).find(({ kind }) => kind === 'digest');
    expect(await digest()).toMatchObject({ useless: null });
    const decision = { transferId, version, decision: 'approve', seenOnSystem: false } as const;
    dataOf(await world.call(TEACHER, 'teacher', 'decide', decision));
    expect(await digest()).toMatchObject({ useless: 'done' });
  });
});

describe('the group robot of a college', () => {
  const save = (openid: string, url: string | null) =>
    world.call(openid, 'teacher', 'saveWebhook', { collegeId: university.collegeId, url });

  it('keeps the key sealed and posts what is due as one message', async () => {
    expect(dataOf(await save(TEACHER, URL))).toEqual({ hasRobot: true });
    expect(JSON.stringify([world.store.all('colleges'), world.store.all('audits')])).not.toContain(KEY);
    await submitEmployed(world, GRADUATE);
    await submitEmployed(world, CLASSMATE);
    await world.tick();
    expect(world.posts).toHaveLength(1);
    expect(world.posts[0]).toMatchObject({ key: KEY });
    expect(world.posts[0]?.markdown).toContain('有 2 条新待办');
    expect((await health()).hasRobot).toBe(true);
  });

  it('tries again when it posted too often', async () => {
    dataOf(await save(TEACHER, URL));
    await submitEmployed(world, GRADUATE);
    world.world.robotAnswer = { kind: 'busy', code: 45009 };
    expect(await world.tick()).toMatchObject({ delivered: { busy: 1 } });
    world.world.robotAnswer = { kind: 'sent' };
    world.world.now += MINUTE;
    expect(await world.tick()).toMatchObject({ delivered: { sent: 1 } });
    expect(world.posts).toHaveLength(2);
  });

  it('raises an alarm that only its own college sees when 企业微信 no longer knows the address', async () => {
    dataOf(await save(TEACHER, URL));
    await submitEmployed(world, GRADUATE);
    world.world.robotAnswer = { kind: 'invalid', code: 93000 };
    await world.tick();
    expect((await health()).alarms).toMatchObject([{ channel: 'wecom', code: 93000, field: null }]);
    expect((await health(OTHER_TEACHER)).alarms).toEqual([]);
    expect((await health(ADMIN)).alarms).toHaveLength(1);
    world.world.now += 8 * 24 * HOUR_MS;
    expect((await health()).alarms).toEqual([]);
  });

  it('can be tried out by who set it', async () => {
    const test = (openid: string) =>
      world.call(openid, 'teacher', 'testWebhook', { collegeId: university.collegeId });
    expect(errorOf(await test(TEACHER))).toBe('NOT_FOUND');
    dataOf(await save(TEACHER, URL));
    expect(dataOf(await test(TEACHER))).toEqual({ outcome: 'sent', code: null });
    expect(world.posts).toMatchObject([{ key: KEY }]);
    world.world.robotAnswer = { kind: 'invalid', code: 93000 };
    expect(dataOf(await test(TEACHER))).toEqual({ outcome: 'refused', code: 93000 });
    expect(errorOf(await test(OTHER_TEACHER))).toBe('COLLEGE_UNKNOWN');
  });

  it('is silent once removed', async () => {
    dataOf(await save(TEACHER, URL));
    await submitEmployed(world, GRADUATE);
    expect(dataOf(await save(TEACHER, null))).toEqual({ hasRobot: false });
    await world.tick();
    expect(world.posts).toEqual([]);
  });

  it.each([
    'https://example.com/?key=12345678',
    `${URL}&x=1`,
    'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=12345678',
  ])('refuses the address %s', async (url) => {
    expect(errorOf(await save(TEACHER, url))).toBe('FIELD_INVALID');
  });

  it('belongs to the own college only', async () => {
    expect(errorOf(await save(OTHER_TEACHER, URL))).toBe('COLLEGE_UNKNOWN');
  });
});

/** Nobody has signed in as this person. */
const leaveUnbound = async (name: string): Promise<void> => {
  const [member] = world.store.all('members').filter((one) => one.name === name);
  dataOf(
    await world.store.transact(async (tx) => {
      const before = await tx.get('members', member!._id);
      tx.put('members', withHeadMove(before!, { ...before!, accountId: null }, world.world.now));
      return { ok: true, data: undefined };
    }),
  );
};

const MEMBER_OFF = { setAt: 1, isOff: true, ahead: null, bookedAt: null };

it('names of each branch whom WeChat would reach, and why not the others', async () => {
  await giveCredits(world, GRADUATE, 2);
  await leaveUnbound('周敏');
  const [off] = world.store.all('accounts').filter(({ _id }) => _id === CLASSMATE);
  // What WeChat said more than two weeks ago is of no use any more.
  const heardAt = [0, 13, 15].map((days) => world.world.now - days * 24 * HOUR_MS);
  const heard = {
    ids: [],
    templates: { deadline: MEMBER_OFF },
    failures: heardAt.map((at) => ({ template: 'deadline' as const, at, code: 43101 })),
  };
  world.store.plant('accounts', { ...off!, credits: { ...off!.credits, deadline: 3 }, heard });
  const { collegeId } = university;
  const reach = dataOf(await world.call(TEACHER, 'teacher', 'reach', { collegeId }));
  const { people, reached, out, branches, failures } = reach;
  expect(reached + out.unbound + out.off + out['no-credit']).toBe(people);
  expect([reached, out.off]).toEqual([1, 1]);
  expect(out.unbound).toBe(1);
  expect(branches.reduce((sum, branch) => sum + branch.people, 0)).toBe(people);
  expect(failures).toEqual([{ code: 43101, count: 2, lastAt: world.world.now }]);
  expect(errorOf(await world.call(OTHER_TEACHER, 'teacher', 'reach', { collegeId }))).toBe('COLLEGE_UNKNOWN');
});

it('counts what is due at night as held, and the people nobody has signed in as', async () => {
  await giveCredits(world, SECRETARY, 5);
  world.world.now += 14 * HOUR_MS;
  dataOf(await ask());
  await leaveUnbound('林小雨');
  await world.tick();
  const { heldNow, dueNow, unbound } = await health();
  expect([heldNow, dueNow, unbound]).toEqual([1, 0, 1]);
});
