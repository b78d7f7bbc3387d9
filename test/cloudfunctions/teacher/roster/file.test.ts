import iconv from 'iconv-lite';
import {
  ADMIN,
  foundUniversity,
  GRADUATE,
  OTHER_TEACHER,
  ROSTER,
  signInAll,
  TEACHER,
  type University,
} from '../../support/people';
import { HEADINGS, line, openSheet, putFile, sheet, upload } from '../../support/sheets';
import { createWorld, dataOf, errorOf, type World } from '../../support/world';

let world: World;
let university: University;
beforeEach(async () => {
  world = createWorld();
  university = await foundUniversity(world);
});

const check = async (rows: string[][], headings: readonly string[] = HEADINGS) =>
  dataOf(await upload(world, TEACHER, university.collegeId, await sheet(rows, headings))).run;
const badOf = async (runId: string) =>
  dataOf(await world.call(TEACHER, 'teacher', 'rosterRows', { runId, only: 'bad' })).rows;
const apply = (runId: string) => world.call(TEACHER, 'teacher', 'rosterApply', { runId });
const namesOf = (college = university.collegeId) =>
  world.store
    .all('members')
    .filter(({ collegeId }) => collegeId === college)
    .map(({ name }) => name);

const ID_CARD = '110101199003074233';
const finding = (row: number, column: string, value: string, problem: string) => ({
  kind: 'bad',
  row,
  column,
  value,
  problem,
});
const badFiles: [string, string[][], readonly string[], ReturnType<typeof finding>[]][] = [
  ['a name left empty', [line('S010', '')], HEADINGS, [finding(2, '姓名', '', 'missing')]],
  [
    'a month that is none, with a blank line above',
    [line('S010', '张一'), ['', '', '', '', '', '', ''], line('S011', '张二', undefined, ['', '夏天'])],
    HEADINGS,
    [finding(4, '毕业年月', '夏天', 'malformed')],
  ],
  [
    'two bad cells in one row',
    [line('', '张一', undefined, ['不知道'])],
    HEADINGS,
    [finding(2, '学号', '', 'missing'), finding(2, '出生年月', '不知道', 'malformed')],
  ],
  [
    'a number given twice',
    [line('s010', '张一'), line('S010 ', '张二')],
    HEADINGS,
    [finding(3, '学号', 'S010', 'duplicate')],
  ],
  ['an ID number as student number', [line(ID_CARD, '张一')], HEADINGS, [finding(2, '学号', '', 'id-card')]],
  [
    'an ID number in a column that is not taken over',
    [[...line('S010', '张一'), ID_CARD]],
    [...HEADINGS, '备注'],
    [finding(2, '备注', '', 'id-card')],
  ],
  [
    'a column for ID numbers',
    [[...line('S010', '张一'), 'x']],
    [...HEADINGS, '身份证号'],
    [finding(1, '身份证号', '', 'id-card'), finding(2, '身份证号', '', 'id-card')],
  ],
  [
    'a column nobody asked for',
    [[...line('S010', '张一'), '13800138000']],
    [...HEADINGS, '手机号'],
    [finding(1, '手机号', '', 'unknown-column')],
  ],
  [
    'a column that is missing',
    [['S010', '张一', '光电2302团支部']],
    ['学号', '姓名', '团支部'],
    [finding(1, '毕业年月', '', 'missing-column'), finding(2, '毕业年月', '', 'missing')],
  ],
  [
    'no headings at all',
    [line('S010', '张一')],
    ['甲', '乙'],
    ['学号', '姓名', '团支部', '毕业年月'].map((column) => finding(1, column, '', 'missing-column')),
  ],
  [
    'a month of no year',
    [line('S010', '张一', undefined, ['38047', '2027-13'])],
    HEADINGS,
    [finding(2, '出生年月', '38047', 'malformed'), finding(2, '毕业年月', '2027-13', 'malformed')],
  ],
  [
    'cells that are merged with the one above',
    [line('S010', '张一'), line('S011', '张二', '')],
    HEADINGS,
    [finding(3, '团支部', '', 'missing')],
  ],
  [
    'a formula',
    [line('S010', '=HYPERLINK("http://x","张一")')],
    HEADINGS,
    [finding(2, '姓名', '=HYPERLINK("http://x","张一")', 'formula')],
  ],
  [
    'a secretary who is neither yes nor no',
    [line('S010', '张一', undefined, ['', '2027-06', '', '可能'])],
    HEADINGS,
    [finding(2, '团支书', '可能', 'malformed')],
  ],
];
it.each(badFiles)('names %s, and refuses to write', async (_case, rows, headings, bad) => {
  const run = await check(rows, headings);
  expect(await badOf(run.id)).toEqual(bad);
  expect(run).toMatchObject({ badCells: bad.length, badRows: new Set(bad.map(({ row }) => row)).size });
  expect(errorOf(await apply(run.id))).toBe('ROSTER_INVALID');
  expect(world.store.all('members')).toHaveLength(ROSTER.length);
});

it('keeps no ID number and no file', async () => {
  await check([[...line('S010', '张一'), ID_CARD], line(ID_CARD, '张二')], [...HEADINGS, '备注']);
  expect(JSON.stringify([world.store.all('rosterParts'), world.store.all('rosterRuns')])).not.toContain(
    ID_CARD,
  );
  expect(world.stored.size).toBe(0);
});

const months: [string, string][] = [
  ['2004-03', '2004-03'],
  ['2004/3', '2004-03'],
  ['2004.3', '2004-03'],
  ['200403', '2004-03'],
  ['2004年3月', '2004-03'],
  ['2004年3月5日', '2004-03'],
  ['2004-03-05', '2004-03'],
  ['2004/12/31', '2004-12'],
];
it.each(months)('reads the month %s as %s', async (typed, month) => {
  const run = await check([line('S010', '张一', undefined, [typed])]);
  expect(run).toMatchObject({ badCells: 0, examples: { added: { after: { birthMonth: month } } } });
});

it('tells what it would do, and changes nothing', async () => {
  const run = await check([
    line('S001', '周敏', '光电2302团支部', ['', '2027-06', '', '是']),
    line('S002', '林小雨', '新团支部', ['2004-03', '2027-06', '组织委员']),
    line('S010', '张一', '新团支部', ['', '2027-06', '无', '否']),
  ]);
  expect(run).toMatchObject({
    state: 'checked',
    rows: 3,
    added: 1,
    updated: 1,
    unchanged: 1,
    newBranches: 1,
  });
  expect(run.examples.added).toMatchObject({ row: 4, after: { name: '张一', hasLeaguePost: false } });
  expect(run.examples.updated).toMatchObject({
    row: 3,
    before: { branchName: '光电2302团支部', hasLeaguePost: false },
    after: { branchName: '新团支部', hasLeaguePost: true },
  });
  expect(world.store.all('members')).toHaveLength(ROSTER.length);
  expect(world.store.all('branches')).toHaveLength(2);
});

it('adds, updates and leaves alone; the same file again changes nothing', async () => {
  const rows = [line('S002', '林小雨', '新团支部', ['2004-03']), line('S010', '张一')];
  const { id } = await check(rows);
  expect(dataOf(await apply(id)).run).toMatchObject({ state: 'applied', done: 2, total: 2, skipped: 0 });
  expect(dataOf(await apply(id)).run.state).toBe('applied');
  expect(await check(rows)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
  expect(namesOf()).toHaveLength(ROSTER.length + 1);
  expect(world.store.all('branches').find(({ name }) => name === '新团支部')?.inviteCode).toHaveLength(6);
});

it('names the branches that would be new', async () => {
  expect(await check([line('S010', '张一', '光电2032团支部')])).toMatchObject({
    newBranches: 1,
    newBranchNames: ['光电2032团支部'],
  });
});

it('tells where a roster stands: its branches, its codes, and the last file', async () => {
  const { id } = await check([line('S010', '张一', '新团支部')]);
  const read = async (openid = TEACHER, more = {}) =>
    dataOf(await world.call(openid, 'teacher', 'roster', more));
  expect(await read()).toMatchObject({ members: ROSTER.length, run: { id, state: 'checked' } });
  dataOf(await apply(id));
  const { branches, members, run } = await read();
  expect(members).toBe(ROSTER.length + 1);
  expect(run).toMatchObject({ id, state: 'applied' });
  expect(branches.find(({ name }) => name === '新团支部')).toMatchObject({ secretaries: [] });
  expect(branches.find(({ name }) => name === '新团支部')?.inviteCode).toHaveLength(6);
  expect(await read(OTHER_TEACHER)).toMatchObject({ members: 0, branches: [], run: null });
  expect((await read(ADMIN)).colleges).toHaveLength(2);
  const { collegeId } = university;
  expect(errorOf(await world.call(OTHER_TEACHER, 'teacher', 'roster', { collegeId }))).toBe(
    'COLLEGE_UNKNOWN',
  );
});

it('does not unbind anybody', async () => {
  await signInAll(world, university);
  const { id } = await check([line('S002', '林小雨', '新团支部')]);
  dataOf(await apply(id));
  const member = world.store.all('members').find(({ studentNumber }) => studentNumber === 'S002');
  expect(member).toMatchObject({ branchName: '新团支部', accountId: GRADUATE, birthMonth: '2004-03' });
});

const csvFiles: [string, (text: string) => Buffer][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['GBK', (text) => iconv.encode(text, 'gbk')],
  ['two bytes a character', (text) => iconv.encode(text, 'utf16le', { addBOM: true })],
  ['tabs in place of commas', (text) => Buffer.from(text.replace(/,/g, '\t'))],
];
it.each(csvFiles)('reads a .csv in %s', async (_case, encode) => {
  const text = `${HEADINGS.join(',')}\r\n${line('S010', '张一').join(',')}\r\n`;
  const { run } = dataOf(await upload(world, TEACHER, university.collegeId, encode(text)));
  expect(run).toMatchObject({ badCells: 0, added: 1, examples: { added: { after: { name: '张一' } } } });
});

it('finds the headings below a title', async () => {
  const bytes = await sheet([[...HEADINGS], line('S010', '张一')], ['光电学院2027届团员名单']);
  expect(dataOf(await upload(world, TEACHER, university.collegeId, bytes)).run).toMatchObject({
    added: 1,
    rows: 1,
  });
});

const unreadable: [string, Buffer, string][] = [
  ['an empty file', Buffer.alloc(0), 'FILE_UNREADABLE'],
  ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'FILE_UNREADABLE'],
  ['a broken .xlsx', Buffer.from('PK\u0003\u0004 but no more'), 'FILE_UNREADABLE'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'FILE_UNREADABLE'],
  ['a document', Buffer.from('%PDF-1.7\n1 0 obj'), 'FILE_UNREADABLE'],
  [
    'a web page called .xls',
    Buffer.from('\r\n<html><table><tr><td>学号</td></tr></table></html>'),
    'FILE_UNREADABLE',
  ],
  ['a file of 50 MB', Buffer.alloc(50 * 1024 * 1024, 'a'), 'FILE_TOO_LARGE'],
  ['a file that is too large', Buffer.alloc(6 * 1024 * 1024, 'a'), 'FILE_TOO_LARGE'],
];
it.each(unreadable)('refuses %s, and keeps nothing of it', async (_case, bytes, code) => {
  expect(errorOf(await upload(world, TEACHER, university.collegeId, bytes))).toBe(code);
  expect(world.stored.size).toBe(0);
  expect(world.store.all('rosterRuns')).toEqual([]);
});

it('refuses an .xlsx that unpacks to more than the memory can hold', async () => {
  const bytes = await sheet([line('S010', '张一')]);
  const entry = bytes.indexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt32LE(0x7fffffff, entry + 24);
  expect(errorOf(await upload(world, TEACHER, university.collegeId, bytes))).toBe('FILE_TOO_LARGE');
});

it('refuses more than ten thousand rows', async () => {
  const text = [HEADINGS.join(','), ...Array.from({ length: 10_010 }, (_, i) => `X${i},a,b,,2027-06,,`)].join(
    '\n',
  );
  expect(errorOf(await upload(world, TEACHER, university.collegeId, Buffer.from(text)))).toBe(
    'FILE_TOO_LARGE',
  );
});

it('takes files from the own folder only', async () => {
  const { collegeId } = university;
  const foreign = await putFile(world, OTHER_TEACHER, await sheet([line('S010', '张一')]));
  const tricks = [foreign, 'cloud://env.bucket/rosters/a.xlsx', 'cloud://env.bucket/screenshots/m-1/a.png'];
  for (const fileId of tricks)
    expect(errorOf(await world.call(TEACHER, 'teacher', 'rosterUpload', { fileId, collegeId }))).toBe(
      'FILE_FOREIGN',
    );
});

it('is for the own college, and so is every look at it', async () => {
  const bytes = await sheet([line('S010', '张一')]);
  expect(errorOf(await upload(world, OTHER_TEACHER, university.collegeId, bytes))).toBe('COLLEGE_UNKNOWN');
  const { id: runId } = await check([line('S010', '张一')]);
  const foreign = [
    await world.call(OTHER_TEACHER, 'teacher', 'rosterApply', { runId }),
    await world.call(OTHER_TEACHER, 'teacher', 'rosterProgress', { runId }),
    await world.call(OTHER_TEACHER, 'teacher', 'rosterRows', { runId, only: 'added' }),
  ];
  expect(foreign.map(errorOf)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
});

it('pages its rows', async () => {
  const rows = Array.from({ length: 250 }, (_, index) => line(`B${index}`, `团员${index}`));
  const { id: runId } = await check(rows);
  const seen: number[] = [];
  for (let cursor: string | null = '0'; cursor !== null;) {
    const page: { rows: { row: number }[]; cursor: string | null } = dataOf(
      await world.call(TEACHER, 'teacher', 'rosterRows', { runId, only: 'added', cursor }),
    );
    seen.push(...page.rows.map(({ row }) => row));
    cursor = page.cursor;
  }
  expect(seen).toEqual(rows.map((_, index) => index + 2));
});

it('gives out a template whose headings it understands', async () => {
  const { fileId, url } = dataOf(await world.call(TEACHER, 'teacher', 'rosterTemplate', {}));
  expect(url).toContain(fileId);
  const [headings = []] = await openSheet(world.stored.get(fileId));
  expect(await check([line('S010', '张一')], headings)).toMatchObject({ badCells: 0, added: 1 });
});
