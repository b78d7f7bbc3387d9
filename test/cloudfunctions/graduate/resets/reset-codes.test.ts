import { HOUR_MS } from '../../../../miniprogram/domain/calendar/china-time';
import type { EscalationCause } from '../../../../miniprogram/domain/transfer/reset-states';
import {
  choose,
  CLASSMATE,
  GRADUATE,
  memberNamed,
  openUniversity,
  OTHER_SECRETARY,
  OTHER_TEACHER,
  person,
  REGION,
  SECRETARY,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { importRoster } from '../../support/roster';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const ask = async (openid = GRADUATE) =>
  dataOf(await world.call(openid, 'graduate', 'requestResetCode', {})).resetRequest;
const issue = (requestId: string, openid = SECRETARY) =>
  world.call(openid, 'secretary', 'issueResetCode', { requestId, code: '836214' });
const reveal = (requestId: string, openid = GRADUATE) =>
  world.call(openid, 'graduate', 'revealResetCode', { requestId });
const escalate = (requestId: string) =>
  world.call(SECRETARY, 'secretary', 'escalateResetRequest', { requestId, reason: '列表里找不到' });
const stored = () => world.store.all('resetRequests')[0];

it('goes from the request to a code that is shown once', async () => {
  const { id } = await ask();
  const { issued } = dataOf(await issue(id));
  expect(issued).toMatchObject({ state: 'issued', expiresAt: world.world.now + 48 * HOUR_MS });
  expect(stored()?.codeSealed).toMatch(/^v2\.1\./);
  expect(JSON.stringify(stored())).not.toContain('836214');
  expect(dataOf(await reveal(id))).toMatchObject({ code: '836214', resetRequest: { state: 'revealed' } });
  expect(stored()?.codeSealed).toBeNull();
  expect(errorOf(await reveal(id))).toBe('RESET_CODE_ALREADY_REVEALED');
  dataOf(await world.call(GRADUATE, 'graduate', 'reportResetResult', { requestId: id, worked: true }));
  const history = world.store.all('audits').filter(({ subjectId }) => subjectId === id);
  expect(history.map(({ action }) => action)).toEqual(['request', 'issue', 'reveal', 'report']);
});

it('shows the code to one of two taps at once', async () => {
  const { id } = await ask();
  dataOf(await issue(id));
  const both = await Promise.all([reveal(id), reveal(id)]);
  expect(both.map(errorOf).sort()).toEqual(['RESET_CODE_ALREADY_REVEALED', 'none']);
});

it('makes one request of two taps, and no second one while it is open', async () => {
  const taps = await Promise.all([1, 2].map(() => world.call(GRADUATE, 'graduate', 'requestResetCode', {})));
  expect(taps.map(errorOf).sort()).toEqual(['RESET_ALREADY_WAITING', 'none']);
  dataOf(await issue(stored()?._id ?? ''));
  expect(errorOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}))).toBe(
    'RESET_ALREADY_WAITING',
  );
});

it('can be asked again after a code that did not work', async () => {
  const { id } = await ask();
  dataOf(await issue(id));
  dataOf(await reveal(id));
  const failed = await world.call(GRADUATE, 'graduate', 'reportResetResult', {
    requestId: id,
    worked: false,
  });
  expect(dataOf(failed).resetRequest.state).toBe('failed');
  world.world.now += 1;
  expect((await ask()).id).not.toBe(id);
});

it('confirms the login when the code worked', async () => {
  const { id } = await ask();
  dataOf(await issue(id));
  dataOf(await reveal(id));
  dataOf(await world.call(GRADUATE, 'graduate', 'reportResetResult', { requestId: id, worked: true }));
  const home = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
  // What is solved is nothing to come back to.
  expect(home).toMatchObject({ loginConfirmedAt: world.world.now, resetRequest: null });
  expect(world.store.all('resetRequests')).toMatchObject([{ state: 'solved' }]);
});

it('expires with the rulebook and wipes what nobody looked at', async () => {
  const { id } = await ask();
  dataOf(await issue(id));
  world.world.now += 48 * HOUR_MS;
  expect(errorOf(await reveal(id))).toBe('RESET_CODE_EXPIRED');
  const home = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
  expect(home.resetRequest?.state).toBe('expired');
  expect(await world.tick()).toMatchObject({ expired: 1 });
  expect(stored()).toMatchObject({ state: 'expired', codeSealed: null });
  expect(errorOf(await reveal(id))).toBe('RESET_CODE_EXPIRED');
});

it('says of what cannot be a code that it is not whole, and changes nothing', async () => {
  const { id } = await ask();
  const sent = await world.call(SECRETARY, 'secretary', 'issueResetCode', { requestId: id, code: '12' });
  expect(sent).toMatchObject({ error: { code: 'RESET_CODE_MALFORMED', field: 'code' } });
  expect(stored()).toMatchObject({ state: 'waiting' });
});

it('sends a secretary who asks for their own code to the teacher', async () => {
  const request = await ask(SECRETARY);
  expect(request).toMatchObject({ state: 'escalated', handler: { role: 'teacher', name: '王芳' } });
});

it('goes to the teacher at once where the branch has no secretary', async () => {
  const branchName = '自动化2301团支部';
  const alone = [person('S020', '何未来', { branchName })];
  const branches = await importRoster(world, TEACHER, university.collegeId, alone);
  const inviteCode = branches.find(({ name }) => name === branchName)?.inviteCode ?? '';
  const signIn = { studentNumber: 'S020', name: '何未来', inviteCode };
  dataOf(await world.call('oAlone', 'account', 'signIn', signIn));
  expect(await ask('oAlone')).toMatchObject({
    state: 'escalated',
    handler: { role: 'teacher', name: '王芳' },
    escalatesAt: null,
  });
});

it('goes to the teacher by the secretary, with the reason', async () => {
  const { id } = await ask();
  dataOf(await escalate(id));
  const queue = dataOf(await world.call(TEACHER, 'teacher', 'queue', { kind: 'code' }));
  expect(queue.items).toEqual([expect.objectContaining({ kind: 'code', id, memberName: '林小雨' })]);
  expect(errorOf(await issue(id))).toBe('RESET_ILLEGAL_STEP');
  dataOf(await world.call(TEACHER, 'teacher', 'issueResetCode', { requestId: id, code: '555666' }));
  expect(dataOf(await reveal(id)).code).toBe('555666');
});

it('goes to the teacher by the clock, not a minute early, and tells the teacher once', async () => {
  const { id } = await ask();
  world.world.now += 24 * HOUR_MS - 60_000;
  expect(await world.tick()).toMatchObject({ escalated: 0 });
  world.world.now += 60_000;
  expect(await world.tick()).toMatchObject({ escalated: 1 });
  expect(await world.tick()).toMatchObject({ escalated: 0 });
  const notices = world.store.all('notices').filter(({ planId }) => planId.startsWith(id));
  expect(notices.filter(({ kind }) => kind === 'code-escalated')).toHaveLength(1);
});

it.each([
  ['while no code is there', false, 1],
  ['not once the code is there', true, 0],
])('warns before it goes to the teacher: %s', async (_case, isIssued, warnings) => {
  const { id } = await ask();
  if (isIssued) dataOf(await issue(id));
  for (let hour = 0; hour < 23; hour += 1) {
    world.world.now += HOUR_MS;
    await world.tick();
  }
  const warned = world.store.all('notices').filter(({ kind }) => kind === 'code-waiting');
  expect(warned).toHaveLength(warnings);
});

const strangers: [string, (id: string) => Promise<{ ok: boolean }>][] = [
  ['the secretary of another branch issuing', (id) => issue(id, OTHER_SECRETARY)],
  [
    'the secretary of another branch escalating',
    (requestId) =>
      world.call(OTHER_SECRETARY, 'secretary', 'escalateResetRequest', { requestId, reason: 'x' }),
  ],
  ['a classmate revealing', (id) => reveal(id, CLASSMATE)],
  [
    'a classmate saying whether it worked',
    (requestId) => world.call(CLASSMATE, 'graduate', 'reportResetResult', { requestId, worked: true }),
  ],
  [
    'a teacher of another college issuing',
    (requestId) => world.call(OTHER_TEACHER, 'teacher', 'issueResetCode', { requestId, code: '1234' }),
  ],
];
it.each(strangers)('is not there for %s', async (_who, attempt) => {
  const { id } = await ask();
  expect(await attempt(id)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
});

it('shows a secretary only the own branch', async () => {
  await ask();
  const queueOf = async (openid: string) => dataOf(await world.call(openid, 'secretary', 'resetQueue', {}));
  expect((await queueOf(SECRETARY)).waiting.map(({ memberName }) => memberName)).toEqual(['林小雨']);
  expect((await queueOf(OTHER_SECRETARY)).waiting).toEqual([]);
  const board = dataOf(await world.call(OTHER_SECRETARY, 'secretary', 'branchBoard', {}));
  expect(board.members.map(({ name }) => name)).toEqual(['吴昊']);
});

it('lists what the secretary issued today', async () => {
  const { id } = await ask();
  dataOf(await issue(id));
  const { issuedToday } = dataOf(await world.call(SECRETARY, 'secretary', 'resetQueue', {}));
  expect(issuedToday).toEqual([expect.objectContaining({ id, state: 'issued' })]);
  world.world.now += 24 * HOUR_MS;
  expect(dataOf(await world.call(SECRETARY, 'secretary', 'resetQueue', {})).issuedToday).toEqual([]);
});

it('refuses a risky note, and lets one pass that nobody could check', async () => {
  const asked = () => world.call(GRADUATE, 'graduate', 'requestResetCode', { note: '备注' });
  world.world.verdict = 'risky';
  expect(await asked()).toMatchObject({ error: { code: 'TEXT_REJECTED', field: 'note' } });
  world.world.verdict = 'unavailable';
  expect(errorOf(await asked())).toBe('none');
});

it.each([true, false])('goes to the teacher at once when escalated, already waiting: %s', async (waits) => {
  const before = waits ? (await ask()).id : undefined;
  const payload = { note: '验证码不管用', escalate: true };
  const reply = dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', payload));
  expect(reply.resetRequest).toMatchObject({ state: 'escalated', handler: { role: 'teacher' } });
  expect(world.store.all('resetRequests')).toHaveLength(1);
  if (before) expect(stored()).toMatchObject({ _id: before, escalationReason: '验证码不管用' });
  const queue = dataOf(await world.call(TEACHER, 'teacher', 'queue', { kind: 'code' }));
  expect(queue.items).toMatchObject([{ reason: '验证码不管用' }]);
  const [told] = world.store.all('notices').filter(({ kind }) => kind === 'code-escalated');
  expect(told?.text).toContain('说明：验证码不管用');
  expect(errorOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', payload))).toBe(
    'RESET_ALREADY_WAITING',
  );
});

const fail = async (requestId: string) => {
  dataOf(await issue(requestId));
  dataOf(await reveal(requestId));
  dataOf(await world.call(GRADUATE, 'graduate', 'reportResetResult', { requestId, worked: false }));
  world.world.now += HOUR_MS;
};

it('counts the requests of one person, however many there were', async () => {
  const numbers: (string | undefined)[] = [];
  for (let round = 0; round < 3; round += 1) {
    const { id } = await ask();
    numbers.push(id.split('-').at(-1));
    await fail(id);
  }
  expect(numbers).toEqual(['1', '2', '3']);
});

it('lets the secretary answer first who has waited longest', async () => {
  const { id: first } = await ask();
  world.world.now += HOUR_MS;
  const { id: second } = await ask(CLASSMATE);
  const queue = dataOf(await world.call(SECRETARY, 'secretary', 'resetQueue', {}));
  expect(queue.waiting).toMatchObject([
    { id: first, requestedAt: world.world.now - HOUR_MS, escalatesAt: world.world.now + 23 * HOUR_MS },
    { id: second },
  ]);
  const later = world.store.all('resetRequests').find(({ _id }) => _id === second);
  world.store.plant('resetRequests', { ...later!, requestedAt: world.world.now - 2 * HOUR_MS });
  const { waiting } = dataOf(await world.call(SECRETARY, 'secretary', 'resetQueue', {}));
  expect(waiting.map(({ id }) => id)).toEqual([second, first]);
});

it('shows a secretary what was given out today, the latest on top, and nothing of what a teacher gave out', async () => {
  const { id: first } = await ask();
  const { id: second } = await ask(CLASSMATE);
  dataOf(await issue(first));
  world.world.now += HOUR_MS;
  dataOf(await issue(second));
  dataOf(await reveal(second, CLASSMATE));
  const issuedToday = async () =>
    dataOf(await world.call(SECRETARY, 'secretary', 'resetQueue', {})).issuedToday;
  expect((await issuedToday()).map(({ id, state }) => [id, state])).toEqual([
    [second, 'revealed'],
    [first, 'issued'],
  ]);
  world.world.now += 48 * HOUR_MS - HOUR_MS;
  const { id: third } = await ask(SECRETARY);
  dataOf(await world.call(TEACHER, 'teacher', 'issueResetCode', { requestId: third, code: '555666' }));
  expect(await issuedToday()).toEqual([]);
});

const asksTeacher = async (note?: string) => {
  const asked = { escalate: true, ...(note ? { note } : {}) };
  return dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', asked));
};
const removesSecretary = () =>
  world.call(TEACHER, 'teacher', 'removeSecretary', { memberId: memberNamed(world, '周敏')._id });

/** Each way to the teacher: who asks, how it comes there, and what the teacher reads of it. */
const TO_TEACHER: [EscalationCause, string, () => Promise<unknown>][] = [
  ['handed-on', '团支书没能拿到验证码', async () => escalate((await ask()).id)],
  [
    'unanswered',
    '团支书到时间还没填验证码',
    async () => {
      await ask();
      world.world.now += 24 * HOUR_MS;
      await world.tick();
    },
  ],
  ['asked', '本人想请老师帮忙', () => asksTeacher()],
  [
    'asked',
    '本人想请老师帮忙',
    async () => {
      await ask();
      await asksTeacher('验证码不管用');
    },
  ],
  [
    'asked',
    '本人想请老师帮忙',
    async () => {
      await fail((await ask()).id);
      await asksTeacher('之前的验证码不管用');
    },
  ],
  [
    'no-secretary',
    '支部现在没有团支书',
    async () => {
      dataOf(await removesSecretary());
      await ask();
    },
  ],
  [
    'no-secretary',
    '支部现在没有团支书',
    async () => {
      await ask();
      dataOf(await removesSecretary());
    },
  ],
  ['is-secretary', '本人就是团支书', () => ask(SECRETARY)],
];

it.each(TO_TEACHER)('says that a code is the teacher’s as %s: %s', async (escalationCause, words, comes) => {
  await comes();
  const { items } = dataOf(await world.call(TEACHER, 'teacher', 'queue', { kind: 'code' }));
  expect(items).toMatchObject([{ escalationCause }]);
  const notices = world.store.all('notices').filter(({ kind }) => kind === 'code-escalated');
  expect(notices.map(({ text }) => text.includes(words))).toEqual([true]);
  const openid = escalationCause === 'is-secretary' ? SECRETARY : GRADUATE;
  const { resetRequest } = dataOf(await world.call(openid, 'graduate', 'home', {}));
  expect(resetRequest).toMatchObject({ state: 'escalated', escalationCause });
});

it('raises the version of a request with every change, so that nobody answers what they have not seen', async () => {
  const { id } = await ask();
  const versions = [stored()?.version];
  dataOf(await issue(id));
  versions.push(stored()?.version);
  dataOf(await reveal(id));
  versions.push(stored()?.version);
  expect(versions).toEqual([1, 2, 3]);
});

it('has the reason of a secretary checked, and says when it went to the teacher', async () => {
  const { id } = await ask();
  world.world.verdict = 'risky';
  expect(await escalate(id)).toMatchObject({ error: { code: 'TEXT_REJECTED', field: 'reason' } });
  world.world.verdict = 'fine';
  world.world.now += HOUR_MS;
  dataOf(await escalate(id));
  expect(stored()).toMatchObject({
    state: 'escalated',
    escalationReason: '列表里找不到',
    escalatedAt: world.world.now,
    escalatesAt: null,
  });
  const [entry] = world.store.all('audits').filter(({ action }) => action === 'escalate');
  expect(entry?.actor).toEqual({ role: 'secretary', accountId: SECRETARY });
});

const confirm = () => world.call(GRADUATE, 'graduate', 'confirmLogin', {});
/** Somebody else writes the graduate's record between the look at it and the next change. */
const writtenMeanwhile = (set: object): void => {
  const { changeAll } = world.store;
  const ids = { _id: { in: [memberNamed(world, '林小雨')._id] } };
  jest.spyOn(world.store, 'changeAll').mockImplementationOnce(async (...asked) => {
    await changeAll('members', ids, { set, add: { version: 1 } });
    return changeAll(...asked);
  });
};

it('keeps that somebody can log in where their record was written at the same moment', async () => {
  const { version } = memberNamed(world, '林小雨');
  writtenMeanwhile({ isSecretary: false });
  expect(dataOf(await confirm())).toEqual({ loginConfirmedAt: world.world.now });
  const kept = memberNamed(world, '林小雨');
  expect(kept).toMatchObject({ loginConfirmedAt: world.world.now, asksForCode: false, version: version + 2 });
  world.world.now += HOUR_MS;
  expect(dataOf(await confirm())).toEqual({ loginConfirmedAt: kept.loginConfirmedAt });
  expect(memberNamed(world, '林小雨')).toEqual(kept);
});

it('keeps when the other phone said it first, and nothing of somebody who was unbound meanwhile', async () => {
  writtenMeanwhile({ loginConfirmedAt: 7 });
  expect(dataOf(await confirm())).toEqual({ loginConfirmedAt: 7 });
  const { _id } = memberNamed(world, '林小雨');
  await world.store.changeAll('members', { _id: { in: [_id] } }, { set: { loginConfirmedAt: null } });
  writtenMeanwhile({ accountId: null });
  expect(errorOf(await confirm())).toBe('NOT_SIGNED_IN');
  expect(memberNamed(world, '林小雨').loginConfirmedAt).toBeNull();
});

it('keeps when the login was first confirmed, though a later code worked', async () => {
  dataOf(await confirm());
  const confirmedAt = world.world.now;
  world.world.now += HOUR_MS;
  const { id } = await ask();
  dataOf(await issue(id));
  dataOf(await reveal(id));
  dataOf(await world.call(GRADUATE, 'graduate', 'reportResetResult', { requestId: id, worked: true }));
  const member = memberNamed(world, '林小雨');
  expect(member).toMatchObject({ loginConfirmedAt: confirmedAt, asksForCode: false });
});

const UP_TO: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
  waiting: async () => undefined,
  escalated: escalate,
  issued: (id) => issue(id),
  revealed: async (id) => {
    dataOf(await issue(id));
    return reveal(id);
  },
};
/** By two ways somebody shows that they can log in, on their own. */
const LOGGED_IN: Readonly<Record<string, () => Promise<unknown>>> = {
  confirmed: async () => dataOf(await confirm()),
  'shown by what is handed in': () => {
    world.world.now += 2 * HOUR_MS;
    return submitEmployed(world, GRADUATE);
  },
};

describe.each(Object.keys(UP_TO))('a request that is %s', (state) => {
  it.each(Object.keys(LOGGED_IN))('is solved once the login is %s', async (way) => {
    const { id } = await ask();
    await UP_TO[state]?.(id);
    expect(stored()?.state).toBe(state);
    const { version = 0 } = stored() ?? {};
    await LOGGED_IN[way]?.();
    expect(stored()).toMatchObject({ state: 'solved', codeSealed: null, version: version + 1 });
    const now = { loginConfirmedAt: world.world.now, asksForCode: false };
    expect(memberNamed(world, '林小雨')).toMatchObject(now);
    const [entry] = world.store.all('audits').filter(({ action }) => action === 'solve');
    expect(entry).toMatchObject({
      subjectId: id,
      actor: { role: 'graduate', accountId: GRADUATE },
      facts: { to: 'solved' },
    });
    expect(dataOf(await world.call(SECRETARY, 'secretary', 'resetQueue', {})).waiting).toEqual([]);
    expect(dataOf(await world.call(TEACHER, 'teacher', 'queue', { kind: 'code' })).items).toEqual([]);
  });
});

it('names by office whoever was only to answer it, and by name who did', async () => {
  const handlerOf = (id: string) => world.store.all('resetRequests').find(({ _id }) => _id === id)?.handler;
  const first = await ask();
  expect(handlerOf(first.id)?.name).not.toBe('团支书');
  dataOf(await confirm());
  expect(handlerOf(first.id)).toEqual({ role: 'secretary', name: '团支书' });
  world.world.now += HOUR_MS;
  const second = await ask();
  dataOf(await issue(second.id));
  const answeredBy = handlerOf(second.id);
  dataOf(await confirm());
  expect(handlerOf(second.id)).toEqual(answeredBy);
});

it('is solved though the login was confirmed before, and when that was is kept', async () => {
  dataOf(await confirm());
  const loginConfirmedAt = world.world.now;
  world.world.now += HOUR_MS;
  await ask();
  expect(dataOf(await confirm())).toEqual({ loginConfirmedAt });
  expect(stored()?.state).toBe('solved');
});

it('leaves a request that has ended as it is', async () => {
  const { id } = await ask();
  await fail(id);
  const before = stored();
  dataOf(await confirm());
  expect(stored()).toEqual(before);
  expect(memberNamed(world, '林小雨')).toMatchObject({
    loginConfirmedAt: world.world.now,
    asksForCode: false,
  });
});

it('stays open where they started on the system before they asked: they may have forgotten since', async () => {
  await ask();
  await submitEmployed(world, GRADUATE);
  expect(stored()?.state).toBe('waiting');
  expect(memberNamed(world, '林小雨')).toMatchObject({ loginConfirmedAt: null, asksForCode: true });
});

it('stays open where the college is asked to register: nobody has logged in for that', async () => {
  await ask();
  const { version } = await choose(world, GRADUATE, 'study-abroad', 'keep');
  const fields = {
    registeredResidence: REGION,
    currentResidence: REGION,
    parentContact: { name: '林建国', phone: '13800138000' },
  };
  const submission = { version, fields, screenshots: [] };
  expect(dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission)).transfer.state).toBe(
    'registered',
  );
  expect(stored()?.state).toBe('waiting');
});
