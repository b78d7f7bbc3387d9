import { handOverBranch, openHandOver } from '../../../../cloudfunctions/_shared/resets/hand-over';
import { ok } from '../../../../miniprogram/domain/errors';
import { HOUR_MS } from '../../../../miniprogram/domain/calendar/china-time';
import {
  ADMIN,
  CLASSMATE,
  GRADUATE,
  hireTeacher,
  openUniversity,
  OTHER_SECRETARY,
  person,
  SECRETARY,
  TEACHER,
  type University,
} from '../../support/people';
import { dataOf, type World } from '../../support/world';
import { importRoster } from '../../support/roster';

const MOTORS = '机械2301团支部';
const EMPTY = '自动化2301团支部';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
  await load([person('S020', '还没来的人', { branchName: EMPTY })]);
});

const load = (rows: Parameters<typeof importRoster>[3]) =>
  importRoster(world, TEACHER, university.collegeId, rows);
const memberOf = (number: string) =>
  world.store.all('members').find(({ studentNumber }) => studentNumber === number)?._id ?? '';
const branchOf = (name: string) => world.store.all('branches').find((one) => one.name === name)?._id ?? '';
const asks = async (openid = GRADUATE) =>
  dataOf(await world.call(openid, 'graduate', 'requestResetCode', {})).resetRequest;
const moves = async (number: string, branchName: string) =>
  dataOf(
    await world.call(TEACHER, 'teacher', 'transferMember', {
      memberId: memberOf(number),
      branchId: branchOf(branchName),
    }),
  );
const unbinds = async (number: string) =>
  dataOf(
    await world.call(TEACHER, 'teacher', 'unbindMember', { memberId: memberOf(number), reason: '换了手机' }),
  );

/** Who hears of a waiting code: each account with the notices that are still to come or sent. */
const told = (kind: string) =>
  world.store
    .all('notices')
    .filter((notice) => notice.kind === kind && notice.status !== 'cancelled')
    .map(({ accountId }) => accountId);
const request = () => world.store.all('resetRequests')[0];
const homeOf = async (openid: string) =>
  dataOf(await world.call(openid, 'graduate', 'home', {})).resetRequest;
const queueOf = async (openid: string) =>
  dataOf(await world.call(openid, 'secretary', 'resetQueue', {})).waiting.map(({ memberName }) => memberName);
const escalatedNames = async () =>
  dataOf(await world.call(TEACHER, 'teacher', 'queue', { kind: 'code' })).items.map(
    ({ memberName }) => memberName,
  );

type Move = [how: string, move: (branchName: string) => Promise<unknown>];
const movesOf: Move[] = [
  ['by hand', (branchName) => moves('S002', branchName)],
  ['by an import', (branchName) => load([person('S002', '林小雨', { branchName })])],
];

describe.each(movesOf)('a request for a code whose owner is moved %s', (_how, move) => {
  it('goes to the secretary of the new branch, and the old one hears no more of it', async () => {
    const { escalatesAt } = await asks();
    expect(told('code-requested')).toEqual([SECRETARY]);
    world.world.now += 2 * HOUR_MS;
    await move(MOTORS);
    await world.tick();
    expect(await homeOf(GRADUATE)).toMatchObject({
      state: 'waiting',
      handler: { role: 'secretary', name: '吴昊' },
      escalatesAt,
    });
    expect(await queueOf(OTHER_SECRETARY)).toEqual(['林小雨']);
    expect(await queueOf(SECRETARY)).toEqual([]);
    expect(told('code-requested')).toEqual([OTHER_SECRETARY]);
    // Shortly before it goes to the teacher, when the night is over.
    world.world.now += 20 * HOUR_MS + 60_000;
    await world.tick();
    expect(told('code-waiting')).toEqual([OTHER_SECRETARY]);
    expect(world.store.all('audits').map(({ action }) => action)).toContain('hand-over');
  });

  it('goes to the teacher at once where the new branch has no secretary', async () => {
    await asks();
    await move(EMPTY);
    await world.tick();
    expect(await homeOf(GRADUATE)).toMatchObject({ state: 'escalated', handler: { role: 'teacher' } });
    expect(await escalatedNames()).toEqual(['林小雨']);
    expect(told('code-requested')).toEqual([]);
    expect(told('code-escalated')).toEqual([TEACHER]);
    const handed = world.store.all('audits').filter(({ subjectId }) => subjectId === request()?._id);
    expect(handed.map(({ action }) => action)).toEqual(['request', 'escalate']);
    expect(request()).toMatchObject({ version: 2, escalatesAt: null, escalatedAt: world.world.now });
  });

  it('stays with the teacher, or with its code, when it does not wait for a secretary any more', async () => {
    const { id } = await asks();
    dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', { requestId: id, code: '836214' }));
    await move(MOTORS);
    expect(request()).toMatchObject({ state: 'issued', handler: { name: '周敏' } });
    expect(told('code-requested')).not.toContain(OTHER_SECRETARY);
  });

  it('does so too while nobody is bound to the person', async () => {
    await asks();
    await unbinds('S002');
    await move(MOTORS);
    await world.tick();
    expect(request()).toMatchObject({ accountId: null, branchName: MOTORS, handler: { name: '吴昊' } });
    expect(await queueOf(OTHER_SECRETARY)).toEqual(['林小雨']);
    expect(told('code-requested')).toEqual([OTHER_SECRETARY]);
  });
});

it('warns no secretary whose hour of warning is over', async () => {
  await asks();
  world.world.now += 23 * HOUR_MS;
  await moves('S002', MOTORS);
  await world.tick();
  expect(told('code-waiting')).toEqual([]);
  expect(told('code-requested')).toEqual([OTHER_SECRETARY]);
});

it('sends their own request to the teacher when who waits becomes the secretary', async () => {
  await asks();
  dataOf(await world.call(TEACHER, 'teacher', 'assignSecretary', { memberId: memberOf('S002') }));
  expect(request()).toMatchObject({ state: 'escalated', handler: { role: 'teacher', name: '王芳' } });
  expect(await queueOf(GRADUATE)).toEqual([]);
});

describe('when a teacher leaves the college', () => {
  const COLLEAGUE = 'oLi';
  const leaves = async (accountId: string) =>
    dataOf(await world.call(ADMIN, 'teacher', 'removeTeacher', { accountId }));
  const handOn = async () => {
    const { id: requestId } = await asks();
    const handedOn = { requestId, reason: '列表里找不到' };
    dataOf(await world.call(SECRETARY, 'secretary', 'escalateResetRequest', handedOn));
    return requestId;
  };

  it('those who wait are named another of its teachers, who sees them as before', async () => {
    await hireTeacher(world, COLLEAGUE, university.collegeId, '李老师');
    await handOn();
    expect(request()?.handler.name).toBe('王芳');
    await leaves(TEACHER);
    expect(await homeOf(GRADUATE)).toMatchObject({
      state: 'escalated',
      handler: { role: 'teacher', name: '李老师' },
    });
    expect(
      dataOf(await world.call(COLLEAGUE, 'teacher', 'queue', { kind: 'code' })).items.map(
        ({ memberName }) => memberName,
      ),
    ).toEqual(['林小雨']);
  });

  it('those who wait are named the office while nobody is left', async () => {
    await handOn();
    await leaves(TEACHER);
    expect(request()?.handler).toEqual({ role: 'teacher', name: '学院团委老师' });
  });

  it('a code they gave stays theirs, and so does what waits for a colleague', async () => {
    await hireTeacher(world, COLLEAGUE, university.collegeId, '李老师');
    const requestId = await handOn();
    await leaves(COLLEAGUE);
    expect(request()?.handler.name).toBe('王芳');
    dataOf(await world.call(TEACHER, 'teacher', 'issueResetCode', { requestId, code: '836214' }));
    await leaves(TEACHER);
    expect(request()).toMatchObject({ state: 'issued', handler: { name: '王芳' } });
  });
});

describe('when the secretary leaves the branch', () => {
  const leaving: [string, () => Promise<unknown>][] = [
    [
      'by losing the office',
      () => world.call(TEACHER, 'teacher', 'removeSecretary', { memberId: memberOf('S001') }),
    ],
    ['by moving away', () => moves('S001', MOTORS)],
    ['by being unbound', () => unbinds('S001')],
    ['by deleting their data', () => world.call(SECRETARY, 'graduate', 'deleteMyData', {})],
  ];

  it.each(leaving)('%s, those who wait go to the teacher at once', async (_how, leave) => {
    await asks(GRADUATE);
    await asks(CLASSMATE);
    await leave();
    await world.tick();
    expect((await escalatedNames()).sort()).toEqual(['林小雨', '陈晨']);
    expect(await homeOf(GRADUATE)).toMatchObject({ state: 'escalated', handler: { name: '王芳' } });
    expect(told('code-requested')).toEqual([]);
  });

  it.each(leaving)('%s, another secretary of the branch takes over', async (_how, leave) => {
    dataOf(await world.call(TEACHER, 'teacher', 'assignSecretary', { memberId: memberOf('S003') }));
    await asks(GRADUATE);
    await leave();
    await world.tick();
    expect(await homeOf(GRADUATE)).toMatchObject({ state: 'waiting', handler: { name: '陈晨' } });
    expect(told('code-requested')).toEqual([CLASSMATE]);
  });

  it('the teacher is told in the same moment, not only when the timer comes', async () => {
    await asks(GRADUATE);
    dataOf(await world.call(TEACHER, 'teacher', 'removeSecretary', { memberId: memberOf('S001') }));
    expect(told('code-escalated')).toEqual([TEACHER]);
  });

  it('leaves all as it is while nobody can read who is left in the branch', async () => {
    await asks(GRADUATE);
    const { secretaries: _gone, ...unreadable } = world.store.all('branches')[0] ?? {};
    const waiting = { ...request()!, branchId: 'b-broken' };
    world.store.plant('resetRequests', waiting);
    world.store.plant('branches', { ...unreadable, _id: 'b-broken' } as never);
    await handOverBranch(world.ports, 'b-broken');
    expect(request()).toEqual(waiting);
  });

  it('leaves a code that is given out at that moment where it is', async () => {
    const { id } = await asks(GRADUATE);
    const handOver = await openHandOver(world.ports, request()!, request()!);
    dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', { requestId: id, code: '836214' }));
    const answered = request();
    await world.store.transact(async (tx) => ok(await handOver?.(tx, { isSecretary: true })));
    expect(request()).toEqual(answered);
  });

  it('leaves alone who waits for a secretary that stays', async () => {
    await asks(GRADUATE);
    dataOf(await world.call(TEACHER, 'teacher', 'assignSecretary', { memberId: memberOf('S003') }));
    dataOf(await world.call(TEACHER, 'teacher', 'removeSecretary', { memberId: memberOf('S003') }));
    expect(request()).toMatchObject({ state: 'waiting', handler: { name: '周敏' }, version: 1 });
  });
});
