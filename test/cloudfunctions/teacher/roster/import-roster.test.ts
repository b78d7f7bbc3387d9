import {
  ADMIN,
  foundUniversity,
  GRADUATE,
  OTHER_SECRETARY,
  OTHER_TEACHER,
  person,
  ROSTER,
  SECRETARY,
  signInAll,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { createWorld, dataOf, errorOf, type World } from '../../support/world';

let world: World;
let university: University;
beforeEach(async () => {
  world = createWorld();
  university = await foundUniversity(world);
});

type Rows = Record<string, unknown>[];
const load = (rows: Rows, dryRun = false, openid = TEACHER, collegeId = university.collegeId) =>
  world.call(openid, 'teacher', 'importRoster', { collegeId, rows, dryRun });

const ID_CARD = '110101199003074233';
const badRows: [string, Rows, { row: number; field: string; value: string; problem: string }][] = [
  ['a name left empty', [person('S010', '')], { row: 1, field: 'name', value: '', problem: 'missing' }],
  [
    'a month that is none',
    [person('S010', '张一'), person('S011', '张二', { graduationMonth: '2027年6月' })],
    { row: 2, field: 'graduationMonth', value: '2027年6月', problem: 'malformed' },
  ],
  [
    'a number given twice, written differently',
    [person('s010', '张一'), person('S010 ', '张二')],
    { row: 2, field: 'studentNumber', value: 'S010', problem: 'duplicate' },
  ],
  [
    'a column nobody asked for',
    [person('S010', '张一', { phone: '13800138000' })],
    { row: 1, field: 'phone', value: '13800138000', problem: 'unknown-column' },
  ],
  [
    'an ID number in a column of any name',
    [person('S010', '张一', { remark: ID_CARD })],
    { row: 1, field: 'remark', value: '', problem: 'id-card' },
  ],
  [
    'an ID number as student number',
    [person(ID_CARD, '张一')],
    { row: 1, field: 'studentNumber', value: '', problem: 'id-card' },
  ],
  [
    'a column named after the ID card',
    [person('S010', '张一', { 身份证号: 'x' })],
    { row: 1, field: '身份证号', value: '', problem: 'id-card' },
  ],
  [
    'a secretary who is neither yes nor no',
    [person('S010', '张一', { isSecretary: '是' })],
    { row: 1, field: 'isSecretary', value: '是', problem: 'malformed' },
  ],
];
it.each(badRows)('names %s and writes nothing', async (_case, rows, bad) => {
  const before = world.store.all('members').length;
  expect(dataOf(await load(rows, true)).bad).toEqual([bad]);
  expect(errorOf(await load(rows))).toBe('ROSTER_INVALID');
  expect(world.store.all('members')).toHaveLength(before);
});

it('never repeats an ID number, in the answer or at rest', async () => {
  const checked = await load([person(ID_CARD, '张一', { remark: ID_CARD })], true);
  expect(JSON.stringify(checked)).not.toContain(ID_CARD);
});

it('changes nothing in a dry run', async () => {
  expect(dataOf(await load([person('S010', '张一')], true))).toMatchObject({ added: 1, bad: [] });
  expect(world.store.all('members')).toHaveLength(ROSTER.length);
});

it('adds, updates and leaves alone, without duplicates', async () => {
  const rows = [
    ...ROSTER.slice(0, 3),
    person('S004', '吴昊天', { branchName: '机械2301团支部' }),
    person('S010', '张一'),
  ];
  expect(dataOf(await load(rows))).toMatchObject({ added: 1, updated: 1, unchanged: 3 });
  expect(dataOf(await load(rows))).toMatchObject({ added: 0, updated: 0, unchanged: 5 });
  expect(world.store.all('members').filter(({ studentNumber }) => studentNumber === 'S004')).toEqual([
    expect.objectContaining({ name: '吴昊天', isSecretary: true }),
  ]);
});

it('keeps the invite codes of branches and gives new ones their own', async () => {
  const again = dataOf(await load([...ROSTER, person('S010', '张一', { branchName: '新团支部' })]));
  const codes = Object.fromEntries(again.branches.map(({ name, inviteCode }) => [name, inviteCode]));
  expect(codes).toMatchObject(university.codes);
  expect(new Set(Object.values(codes)).size).toBe(3);
});

it('takes a thousand rows in small transactions', async () => {
  const rows = Array.from({ length: 1000 }, (_, index) => person(`B${index}`, `团员${index}`));
  expect(dataOf(await load(rows)).added).toBe(1000);
  expect(world.store.all('members')).toHaveLength(1000 + ROSTER.length);
});

it('takes numbers as a spreadsheet gives them', async () => {
  expect(dataOf(await load([{ ...person('', '张一'), studentNumber: 20230010 }])).added).toBe(1);
});

it('does not unbind anybody, and moves a signed-in secretary with the roster', async () => {
  await signInAll(world, university);
  const moved = person('S001', '周敏', { isSecretary: true, branchName: '机械2301团支部' });
  dataOf(await load([moved, person('S002', '林小雨', { isSecretary: true })]));
  const branches = Object.fromEntries(world.store.all('branches').map((branch) => [branch.name, branch]));
  const contacts = (name: string) => branches[name]?.secretaries.map(({ accountId }) => accountId);
  expect(contacts('光电2302团支部')).toEqual([GRADUATE]);
  expect(contacts('机械2301团支部')).toEqual(['oOtherSecretary', SECRETARY]);
  const { roles } = dataOf(await world.call(GRADUATE, 'account', 'whoAmI', {})).account ?? { roles: [] };
  expect(roles.map(({ role }) => role)).toContain('secretary');
});

describe('what is under way of a person who moves', () => {
  const MOVED = person('S002', '林小雨', { branchName: '机械2301团支部' });
  const boardOf = async (openid: string) =>
    dataOf(await world.call(openid, 'secretary', 'branchBoard', {})).members.map(({ name, state }) => [
      name,
      state,
    ]);
  beforeEach(async () => {
    await signInAll(world, university);
    await submitEmployed(world, GRADUATE);
  });

  it.each([
    ['signed in', false],
    ['taken off their WeChat', true],
  ])('goes along to the new branch: %s', async (_, isUnbound) => {
    const memberId = world.store.all('members').find(({ name }) => name === '林小雨')?._id ?? '';
    if (isUnbound)
      dataOf(await world.call(TEACHER, 'teacher', 'unbindMember', { memberId, reason: '换了手机' }));
    dataOf(await load([MOVED]));
    expect(await boardOf(OTHER_SECRETARY)).toContainEqual(['林小雨', 'submitted']);
    expect(await boardOf(SECRETARY)).not.toContainEqual(['林小雨', 'submitted']);
    const [transfer] = world.store.all('transfers');
    expect(transfer).toMatchObject({ branchName: '机械2301团支部' });
  });

  it('is listed under the name they are given by the roster', async () => {
    dataOf(await load([person('S002', '林晓雨')]));
    const { people } = dataOf(
      await world.call(TEACHER, 'teacher', 'people', { filter: { by: 'state', state: 'submitted' } }),
    );
    expect(people).toEqual([expect.objectContaining({ name: '林晓雨', studentNumber: 'S002', bound: true })]);
  });

  it('is also the code they wait for: only the new secretary sees it', async () => {
    dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
    dataOf(await load([MOVED]));
    const waitingFor = async (openid: string) =>
      dataOf(await world.call(openid, 'secretary', 'resetQueue', {})).waiting.map(
        ({ memberName }) => memberName,
      );
    expect(await waitingFor(OTHER_SECRETARY)).toEqual(['林小雨']);
    expect(await waitingFor(SECRETARY)).toEqual([]);
  });
});

it('is for the own college; the committee may load any', async () => {
  expect(errorOf(await load([person('S010', '张一')], false, OTHER_TEACHER))).toBe('COLLEGE_UNKNOWN');
  expect(errorOf(await load([person('S010', '张一')], false, ADMIN))).toBe('none');
  expect(errorOf(await load([person('S010', '张一')], false, ADMIN, 'c-none'))).toBe('COLLEGE_UNKNOWN');
});

it('does not take a person from another college', async () => {
  const taken = await load([person('S002', '林小雨')], true, OTHER_TEACHER, university.otherCollegeId);
  expect(dataOf(taken).bad).toEqual([
    { row: 1, field: 'studentNumber', value: 'S002', problem: 'other-college' },
  ]);
});
