/** Characters nobody sees, look-alikes and full-width signs make no difference, wherever somebody types. */
import { earlierMemberIdOf } from '../../cloudfunctions/_shared/store/record-ids';
import type { Member } from '../../cloudfunctions/_shared/store/records';
import {
  ADMIN,
  choose,
  foundUniversity,
  GRADUATE,
  SECRETARY,
  signInAll,
  submitEmployed,
  TEACHER,
  type University,
} from './support/people';
import { line, sheet, upload } from './support/sheets';
import { ADMIN_CODE, createWorld, dataOf, errorOf, type World } from './support/world';
import { importRoster } from './support/roster';

let world: World;
let university: University;
beforeEach(async () => {
  world = createWorld();
  university = await foundUniversity(world);
});

const OPTICS = '光电2302团支部';
const rightCode = () => university.codes[OPTICS] ?? '';
const members = () => world.store.all('members');

describe('signing in', () => {
  const dashed = (code: string) => `${code.slice(0, 3)}–${code.slice(3)}`;
  test.each([
    ['S002\u200b', '林小雨', (code: string) => code],
    ['\u202aS002\u202c', '\u202a林小雨\u202c', (code: string) => code],
    ['Ｓ００２', '林\u00ad小雨', (code: string) => code],
    ['S–002', '林\u200b小\ufeff雨', dashed],
    ['S002', '林小雨', (code: string) => `\u2060${code}\u200b`],
    ['S002', '林小雨', (code: string) => code.split('').join('·')],
  ])('takes %j, %j', async (studentNumber, name, written) => {
    const inviteCode = written(rightCode());
    const signedIn = await world.call(GRADUATE, 'account', 'signIn', { studentNumber, name, inviteCode });
    expect(dataOf(signedIn).name).toBe('林小雨');
  });

  test('compares the dot of a long name and the case of a Latin one by what is meant', async () => {
    const rows = [
      { studentNumber: 'S101', name: '阿布都●热合曼', branchName: OPTICS, graduationMonth: '2027-06' },
      { studentNumber: 'S102', name: 'Anna Lee', branchName: OPTICS, graduationMonth: '2027-06' },
    ];
    const { collegeId } = university;
    await importRoster(world, TEACHER, collegeId, rows);
    const inviteCode = rightCode();
    for (const [openid, studentNumber, name] of [
      ['oA', 'S101', '阿布都⋅热合曼'],
      ['oB', 'S102', 'ＡＮＮＡ lee'],
    ] as const)
      dataOf(await world.call(openid, 'account', 'signIn', { studentNumber, name, inviteCode }));
  });

  test('counts wrong tries at one number, however it is typed', async () => {
    const wrong = { name: '林小雨', inviteCode: 'WRONG1' };
    for (let tries = 0; tries < 20; tries += 1) {
      const studentNumber = `S002${'\u200b'.repeat(tries)}`;
      await world.call(`oGuesser${tries}`, 'account', 'signIn', { studentNumber, ...wrong });
    }
    const next = await world.call('oLast', 'account', 'signIn', { studentNumber: 'S002', ...wrong });
    expect(errorOf(next)).toBe('SIGN_IN_LOCKED');
  });
});

test.each(['\u200b\u2060', '\u3164', '- –'])('a student number of %j is none', async (studentNumber) => {
  const payload = { studentNumber, name: '林小雨', inviteCode: rightCode() };
  expect(await world.invoke(GRADUATE, 'account', { action: 'signIn', payload })).toMatchObject({
    error: { code: 'BAD_REQUEST', field: 'studentNumber' },
  });
});

test('an invitation and the code of the administrator are read as they are meant', async () => {
  const { collegeId } = university;
  const { code } = dataOf(
    await world.call(ADMIN, 'teacher', 'inviteTeacher', { collegeId, name: '赵\u200b云' }),
  );
  const typed = `${code.slice(0, 4)}—${code.slice(4).toLowerCase()}\u200e`;
  dataOf(await world.call('oNew', 'account', 'acceptInvitation', { code: typed, name: '赵云\u200b' }));
  expect(world.store.all('accounts').find(({ _id }) => _id === 'oNew')?.name).toBe('赵云');
  const fresh = createWorld();
  const claimed = { code: `\u200b${ADMIN_CODE.replace(/-/g, '‑')}`, name: '校团委' };
  dataOf(await fresh.call(ADMIN, 'account', 'claimAdministrator', claimed));
});

test.each(['光电学院\u200b', '光 电学院', '\u202a光电学院\u202c'])(
  '%j is the college there is',
  async (name) => {
    const { collegeId } = dataOf(await world.call(ADMIN, 'teacher', 'createCollege', { name }));
    expect(collegeId).toBe(university.collegeId);
    expect(world.store.all('colleges')).toHaveLength(2);
  },
);

describe('a roster', () => {
  const check = async (rows: string[][]) =>
    dataOf(await upload(world, TEACHER, university.collegeId, await sheet(rows))).run;
  const badOf = async (runId: string) =>
    dataOf(await world.call(TEACHER, 'teacher', 'rosterRows', { runId, only: 'bad' })).rows;

  test('knows people and branches again by another spelling', async () => {
    expect(
      await check([
        line('Ｓ００２\u200b', '林\u00ad小雨', '光电２３０２团支部\u200b', ['2004-03']),
        line('S–003', '陈晨\u200e', ' 光电2302 团支部'),
      ]),
    ).toMatchObject({ added: 0, updated: 0, unchanged: 2, newBranches: 0, badCells: 0 });
  });

  test('makes one branch of several spellings, and stores what can be seen', async () => {
    const { id, newBranchNames } = await check([
      line('S6\u200b', '张\u200b三', '光学（本科）团支部\u200b'),
      line('S7', '\u202a李四\u202c', '光学(本科)团支部'),
      line('S8', '欧阳\u00ad娜', '光学（本科） 团支部'),
    ]);
    expect(newBranchNames).toEqual(['光学（本科）团支部']);
    dataOf(await world.call(TEACHER, 'teacher', 'rosterApply', { runId: id }));
    const added = members().filter(({ branchName }) => branchName === '光学（本科）团支部');
    expect(added.map(({ studentNumber, name }) => [studentNumber, name])).toEqual([
      ['S6', '张三'],
      ['S7', '李四'],
      ['S8', '欧阳娜'],
    ]);
    expect(new Set(added.map(({ branchId }) => branchId)).size).toBe(1);
  });

  test('names a number that stands there twice, a name that says nothing, and a hidden ID number', async () => {
    const run = await check([
      line('S6', '张三'),
      line('Ｓ６\u200b', '张三'),
      line('S7', '\u200b\u2060'),
      line('S8', '31011\u200b020040312\u200b1234'),
      line('S9', '\u200b=A1'),
    ]);
    const found = (await badOf(run.id)).map((row) =>
      row.kind === 'bad' ? [row.row, row.column, row.problem] : [],
    );
    expect(found).toEqual([
      [3, '学号', 'duplicate'],
      [4, '姓名', 'missing'],
      [5, '姓名', 'id-card'],
      [6, '姓名', 'formula'],
    ]);
  });
});

describe('a reason', () => {
  beforeEach(async () => signInAll(world, university));

  test('of unseen characters alone is none', async () => {
    const { id: transferId, version } = await submitEmployed(world, GRADUATE);
    const payload = { transferId, version, decision: 'return', reason: '\u200b\u2060', seenOnSystem: false };
    expect(await world.invoke(TEACHER, 'teacher', { action: 'decide', payload })).toMatchObject({
      error: { code: 'BAD_REQUEST', field: 'reason' },
    });
  });

  test('is as long as what can be seen of it', async () => {
    const { id: transferId, version } = await submitEmployed(world, GRADUATE);
    const reason = `${'名称不对'.repeat(25)}${'\u200b'.repeat(50)}`;
    const decided = { transferId, version, decision: 'return' as const, reason, seenOnSystem: false };
    dataOf(await world.call(TEACHER, 'teacher', 'decide', decided));
    expect(world.store.all('transfers')[0]?.reason).toBe('名称不对'.repeat(25));
  });

  test('with an ID number is refused, however it is hidden', async () => {
    const { id: transferId, version } = await submitEmployed(world, GRADUATE);
    const reason = '３１０１１０\u200b20040312•1234';
    const payload = { transferId, version, decision: 'return', reason, seenOnSystem: false };
    expect(await world.invoke(TEACHER, 'teacher', { action: 'decide', payload })).toMatchObject({
      error: { code: 'ID_NUMBER_REFUSED' },
    });
  });
});

test('an announcement keeps its lines and its pictures, and loses what nobody sees', async () => {
  const { season } = dataOf(await world.call(ADMIN, 'teacher', 'season', {}));
  const announcement = '\ufeff请本周内\u200b办完 ❤️\r\n　　校团委\u2060';
  const changed = { version: season.version, changes: { announcement } };
  const saved = dataOf(await world.call(ADMIN, 'teacher', 'saveSeason', changed)).season.announcement;
  expect(saved?.text).toBe('请本周内办完 ❤️\n　　校团委');
});

describe('who is looked for', () => {
  beforeEach(async () => {
    await signInAll(world, university);
    await choose(world, GRADUATE);
  });

  test.each(['林小雨\u200b', '\u202a林 小雨\u202c', 'Ｓ００２', 's–002', 'S002\u2060'])(
    '%j is found',
    async (search) => {
      const { people } = dataOf(await world.call(TEACHER, 'teacher', 'cardLookup', { search }));
      expect(people.map(({ name }) => name)).toEqual(['林小雨']);
      const person = { by: 'search' as const, search };
      const { entries } = dataOf(await world.call(ADMIN, 'teacher', 'audits', { person }));
      expect(new Set(entries.map(({ memberName }) => memberName))).toEqual(new Set(['林小雨']));
    },
  );
});

test('the code of 智慧团建 is passed on as it is meant', async () => {
  await signInAll(world, university);
  const { resetRequest } = dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const issued = { requestId: resetRequest.id, code: 'ａB–12\u200b34' };
  dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', issued));
  const { code } = dataOf(
    await world.call(GRADUATE, 'graduate', 'revealResetCode', { requestId: resetRequest.id }),
  );
  expect(code).toBe('aB1234');
});

describe('people of release 1.0', () => {
  /** Stored without keys; one number came with an unseen character, which went into the id as well. */
  const NUMBERS = ['S6\u200b', 'S7'];
  const oldMember = (studentNumber: string, branchId: string) => ({
    _id: earlierMemberIdOf(studentNumber),
    recordVersion: 1,
    version: 1,
    studentNumber,
    name: '张\u200b三',
    collegeId: university.collegeId,
    collegeName: '光电学院',
    branchId,
    branchName: OPTICS,
    birthMonth: null,
    graduationMonth: '2027-06',
    hasLeaguePost: false,
    isSecretary: false,
    accountId: null,
    loginConfirmedAt: null,
  });
  const idsOf = () => NUMBERS.map(earlierMemberIdOf).sort();
  const oldIds = () =>
    members()
      .filter(({ numberKey }) => ['S6', 'S7'].includes(numberKey))
      .map(({ _id }) => _id)
      .sort();
  const signIn = (openid: string, studentNumber: string) =>
    world.call(openid, 'account', 'signIn', { studentNumber, name: '张三', inviteCode: rightCode() });
  const importFile = async (rows: string[][]) => {
    const { run } = dataOf(await upload(world, TEACHER, university.collegeId, await sheet(rows)));
    if (run.added + run.updated > 0)
      dataOf(await world.call(TEACHER, 'teacher', 'rosterApply', { runId: run.id }));
    return run;
  };
  const migrate = async () => {
    for (const { _id } of members())
      await world.store.transact(async (tx) => {
        const member = await tx.get('members', _id);
        if (member) tx.put('members', member);
        return { ok: true, data: undefined };
      });
  };

  beforeEach(async () => {
    const branchId = world.store.all('branches').find(({ name }) => name === OPTICS)?._id ?? '';
    const old = NUMBERS.map((number) => oldMember(number, branchId)) as unknown as Member[];
    await world.store.insertMissing('members', old);
  });

  test('sign in before their records are migrated, and after', async () => {
    dataOf(await signIn('oSix', 'S6\u200b'));
    dataOf(await signIn('oSeven', 'S7'));
    await migrate();
    dataOf(await signIn('oSix', 'S6'));
    dataOf(await signIn('oSeven', 'ｓ7\u200b'));
    expect(oldIds()).toEqual(idsOf());
  });

  test.each([
    ['the file as it was', 'S6\u200b', false],
    ['a corrected file', 'S6', false],
    ['the file as it was, after migration', 'S6\u200b', true],
    ['a corrected file, after migration', 'S6', true],
  ])('are updated by %s, and nobody stands there twice', async (_what, number, isMigrated) => {
    if (isMigrated) await migrate();
    const rows = [line(number, '张三', OPTICS), line('S7', '张三丰', OPTICS)];
    expect(await importFile(rows)).toMatchObject({ added: 0, updated: 2, badCells: 0 });
    expect(oldIds()).toEqual(idsOf());
    const six = members().find(({ numberKey }) => numberKey === 'S6');
    expect(six).toMatchObject({ studentNumber: 'S6', name: '张三', nameKey: '张三' });
    expect(await importFile(rows)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
  });

  test('are found by their name before and after', async () => {
    const find = async (search: string) =>
      dataOf(await world.call(TEACHER, 'teacher', 'cardLookup', { search })).people.length;
    expect(await find('S7')).toBe(1);
    await migrate();
    expect(await find('张三')).toBe(2);
    expect(await find('S6')).toBe(1);
  });
});
