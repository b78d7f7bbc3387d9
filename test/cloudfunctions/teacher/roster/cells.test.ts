import iconv from 'iconv-lite';
import { foundUniversity, ROSTER, TEACHER, type University } from '../../support/people';
import { HEADINGS, line, sheet, upload } from '../../support/sheets';
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
  dataOf(await world.call(TEACHER, 'teacher', 'rosterRows', { runId, only: 'bad' })).rows.map((row) =>
    row.kind === 'bad' ? finding(row.row, row.column, row.value, row.problem) : row,
  );
const apply = (runId: string) => world.call(TEACHER, 'teacher', 'rosterApply', { runId });

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
    [finding(2, '学号', 'S010', 'duplicate'), finding(3, '学号', 'S010', 'duplicate')],
  ],
  ['an ID number as student number', [line(ID_CARD, '张一')], HEADINGS, [finding(2, '学号', '', 'id-card')]],
  [
    'a column that is missing',
    [['S010', '张一', '2027-06']],
    ['学号', '姓名', '毕业年月'],
    [finding(1, '团支部', '', 'missing-column'), finding(2, '团支部', '', 'missing')],
  ],
  ['no headings at all', [line('S010', '张一')], ['甲', '乙'], [finding(1, '整张表', '', 'no-heading')]],
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
  [
    'characters that were lost when the file was saved, or that each program shows as it likes',
    [line('S010', '张?'), line('S012', '王', '光电\ue863团支部')],
    HEADINGS,
    [finding(2, '姓名', '张?', 'lost-character'), finding(3, '团支部', '光电\ue863团支部', 'lost-character')],
  ],
];
it.each(badFiles)('names %s, and writes nobody of that row', async (_case, rows, headings, bad) => {
  const run = await check(rows, headings);
  expect(await badOf(run.id)).toEqual(bad);
  expect(run).toMatchObject({ badCells: bad.length, badRows: new Set(bad.map(({ row }) => row)).size });
  expect(errorOf(await apply(run.id))).toBe(run.isBlocked ? 'ROSTER_INVALID' : 'none');
  const waiting = bad.map(({ row }) => row);
  const good = rows.filter(([number], index) => number !== '' && !waiting.includes(index + 2));
  expect(world.store.all('members')).toHaveLength(ROSTER.length + (run.isBlocked ? 0 : good.length));
});

it('names the cells of a .csv in GBK in which a character was lost', async () => {
  const text = [HEADINGS, line('S010', '𠮷野'), line('S011', '王强')].map((row) => row.join(',')).join('\n');
  const bytes = Buffer.concat([iconv.encode(`${text}\nS012,李`, 'gbk'), Buffer.from([0xbb])]);
  const { run } = dataOf(await upload(world, TEACHER, university.collegeId, bytes));
  expect(await badOf(run.id)).toEqual(
    expect.arrayContaining([
      finding(2, '姓名', '?野', 'lost-character'),
      finding(4, '姓名', '李\ufffd', 'lost-character'),
    ]),
  );
  expect(run).toMatchObject({ added: 1, examples: { added: { after: { name: '王强' } } } });
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
