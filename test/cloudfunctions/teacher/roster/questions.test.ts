/** What a file leaves open is asked, what was said holds for the next file, and nothing in question is written. */
import type { Request, Response } from '../../../../miniprogram/contract';
import { foundUniversity, ROSTER, TEACHER, type University } from '../../support/people';
import { putFile, sheet } from '../../support/sheets';
import { createWorld, dataOf, errorOf, type World } from '../../support/world';

type Answers = NonNullable<Request<'teacher', 'rosterUpload'>['answers']>;
type Row = Response<'teacher', 'rosterRows'>['rows'][number];

let world: World;
let university: University;
beforeEach(async () => {
  world = createWorld();
  university = await foundUniversity(world);
});

const HEAD = ['学号', '姓名', '团支部', '毕业年月'] as const;
const look = async (
  rows: readonly (readonly string[])[],
  answers?: Answers,
  headings: readonly string[] = HEAD,
) => {
  const fileId = await putFile(world, TEACHER, await sheet(rows, headings));
  const { collegeId } = university;
  return dataOf(
    await world.call(TEACHER, 'teacher', 'rosterUpload', {
      fileId,
      collegeId,
      ...(answers ? { answers } : {}),
    }),
  ).run;
};
const apply = async (runId: string) => world.call(TEACHER, 'teacher', 'rosterApply', { runId });
const write = async (
  rows: readonly (readonly string[])[],
  answers?: Answers,
  headings?: readonly string[],
) => {
  const { id } = await look(rows, answers, headings);
  return dataOf(await apply(id)).run;
};
const rowsOf = async (runId: string, only: Row['kind']) =>
  dataOf(await world.call(TEACHER, 'teacher', 'rosterRows', { runId, only })).rows;
const badOf = async (runId: string) =>
  (await rowsOf(runId, 'bad')).flatMap((row) =>
    row.kind === 'bad' ? [`${row.row} ${row.column} ${row.problem}`] : [],
  );
const members = () =>
  world.store
    .all('members')
    .slice(ROSTER.length)
    .map(({ studentNumber, name, branchName }) => `${studentNumber} ${name} ${branchName}`);
const branches = () => world.store.all('branches').map(({ name }) => name);

const inBranch = (name: string, count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => [
    `22031${String(from + index).padStart(5, '0')}`,
    `同学${from + index}`,
    name,
    '2027-06',
  ]);

describe('a column', () => {
  const rows = [['2203310101', '许听澜', '机制2201团支部', '2027-06']];
  const odd = ['编码', '全名', '归属', '毕业年月'];
  const columns: Answers['columns'] = [
    { key: '编码', use: 'studentNumber' },
    { key: '全名', use: 'name' },
    { key: '归属', use: 'branchName' },
  ];
  const two = [...rows, ['2203310102', '顾衍', '机制2201团支部', '2027-06']];

  it('under a heading nobody knows is shown, and blocks the writing until she says what it is', async () => {
    const run = await look(two, undefined, odd);
    expect(run).toMatchObject({ isBlocked: true, added: 0 });
    expect(run.columns.map(({ heading, use }) => `${heading} ${use}`)).toEqual([
      '编码 skip',
      '全名 skip',
      '归属 skip',
      '毕业年月 graduationMonth',
    ]);
    expect(errorOf(await apply(run.id))).toBe('ROSTER_INVALID');
    expect(await look(two, { columns }, odd)).toMatchObject({ isBlocked: false, added: 2, badCells: 0 });
  });

  it('of names is what she says it is, above a single person too', async () => {
    const headings = ['学号', '全名', '团支部', '毕业年月'];
    expect(await look(rows, undefined, headings)).toMatchObject({ isBlocked: true, added: 0 });
    const answers = { columns: [{ key: '全名', use: 'name' }] } as const;
    expect(await look(rows, { columns: [...answers.columns] }, headings)).toMatchObject({ added: 1 });
  });

  it('is remembered for the next file with the same headings', async () => {
    await look(two, { columns }, odd);
    const run = await look(two, undefined, odd);
    expect(run).toMatchObject({ isBlocked: false, added: 2 });
    expect(run.columns[0]).toMatchObject({
      use: 'studentNumber',
      from: 'remembered',
      samples: ['2203310101', '2203310102'],
    });
  });

  it('is skipped when she says so, and shows nothing of what is skipped', async () => {
    const headings = [...HEAD, '出生日期', '联系方式'];
    const [row = []] = rows;
    const full = [[...row, '2004-03', '13800000000']];
    const run = await look(full, { columns: [{ key: '出生日期', use: 'skip' }] }, headings);
    expect((await rowsOf(run.id, 'added'))[0]).toMatchObject({ after: { birthMonth: null } });
    expect(JSON.stringify(run)).not.toContain('13800000000');
  });

  it('of ID numbers is never taken for anything', async () => {
    const headings = [...HEAD.slice(1), '身份证号'];
    const run = await look(
      [['许听澜', '机制2201团支部', '2027-06', '310110200403071234']],
      {
        columns: [
          { key: '列D', use: 'studentNumber' },
          { key: '身份证号', use: 'studentNumber' },
        ],
      },
      headings,
    );
    expect(run.added).toBe(0);
    expect(
      JSON.stringify([run, world.store.all('rosterRuns'), world.store.all('rosterParts')]),
    ).not.toContain('310110');
  });
});

it('blocks the writing while the column of student numbers holds ID numbers', async () => {
  const rows = ['310110200403071234', '310110200403071242', '2203310103'].map((number, index) => [
    number,
    `同学${index}`,
    '机制2201团支部',
    '2027-06',
  ]);
  const run = await look(rows);
  expect(run).toMatchObject({ isBlocked: true, added: 0 });
  expect(await badOf(run.id)).toEqual(['1 学号 id-card']);
  expect(errorOf(await apply(run.id))).toBe('ROSTER_INVALID');
});

describe('the month of graduation', () => {
  const rows = [['2203310101', '许听澜', '机制2201团支部']];
  const headings = HEAD.slice(0, 3);

  it('is asked for once, and holds for the files of the season', async () => {
    const first = await look(rows, undefined, headings);
    expect(first.questions.graduationMonth).toEqual({ month: '2027-06', isAnswered: false });
    expect(errorOf(await apply(first.id))).toBe('ROSTER_INVALID');
    const said = await look(rows, { graduationMonth: '2027-12' }, headings);
    expect(dataOf(await apply(said.id)).run.state).toBe('applied');
    expect(world.store.all('members').find(({ name }) => name === '许听澜')?.graduationMonth).toBe('2027-12');
    const next = await look(rows, undefined, headings);
    expect(next.questions.graduationMonth).toEqual({ month: '2027-12', isAnswered: true });
  });
});

describe('spellings of one branch', () => {
  const rows = [
    ...inBranch('软件1班', 28),
    ...inBranch('软件一班', 3, 100),
    ...inBranch('软工 1 班', 1, 200),
    ...inBranch('软件2班', 20, 300),
  ];
  const names = ['软件1班', '软件一班', '软工 1 班'];

  it('are proposed as one, with rows each, and wait for her', async () => {
    const run = await look(rows);
    expect(run.questions.branches).toMatchObject([
      {
        names: [
          { name: '软件1班', rows: 28 },
          { name: '软件一班', rows: 3 },
          { name: '软工 1 班', rows: 1 },
        ],
        into: '软件1班',
        answer: null,
      },
    ]);
    expect(errorOf(await apply(run.id))).toBe('ROSTER_INVALID');
  });

  it('are one branch once she says so, and the next file is not asked about again', async () => {
    await write(rows, { branches: [{ names, into: '软件1班' }] });
    expect(branches()).toEqual(expect.arrayContaining(['软件1班', '软件2班']));
    expect(branches()).not.toContain('软件一班');
    const next = await look(inBranch('软件一班', 2, 600));
    expect(next).toMatchObject({ newBranches: 0, questions: { branches: [] } });
    expect((await rowsOf(next.id, 'added'))[0]).toMatchObject({ after: { branchName: '软件1班' } });
  });

  it('stay apart when she says so', async () => {
    const run = await look(rows, { branches: [{ names, into: null }] });
    expect(run).toMatchObject({ newBranches: 4 });
    expect(dataOf(await apply(run.id)).run.state).toBe('applied');
    expect((await look(rows)).questions.branches).toMatchObject([{ answer: 'apart' }]);
  });

  it('are found among the branches there are', async () => {
    await write(inBranch('机制2201团支部', 5));
    const run = await look(inBranch('机制22-1班', 2, 50));
    expect(run.questions.branches).toMatchObject([
      { names: [{ name: '机制2201团支部' }, { name: '机制22-1班', branchId: null }], into: '机制2201团支部' },
    ]);
  });

  it('are learned by the branch that is there, and by no other', async () => {
    const there = inBranch('机制2201团支部', 5);
    await write([...there, ...inBranch('机制2202团支部', 5, 20)]);
    const before = world.store.all('branches');
    const asked = ['机制2201团支部', '机制22-1班'];
    await write([...inBranch('机制22-1班', 2, 50)], { branches: [{ names: asked, into: '机制2201团支部' }] });
    const after = world.store.all('branches');
    const learned = after.filter((branch, index) => branch.version !== before[index]?.version);
    expect(learned).toMatchObject([{ name: '机制2201团支部', inviteCode: expect.any(String) }]);
    expect(learned[0]?.aliases).toHaveLength(
      (before.find(({ _id }) => _id === learned[0]?._id)?.aliases.length ?? 0) + 1,
    );
    expect(members().at(-1)).toContain('机制2201团支部');
    const next = await look(inBranch('机制22-1班', 2, 90));
    expect(next).toMatchObject({ newBranches: 0, questions: { branches: [] } });
  });
});

describe('who is not in the file', () => {
  it('is listed, of the branches the file names, and stays', async () => {
    await write([...inBranch('机制2201团支部', 6), ...inBranch('机制2202团支部', 6, 100)]);
    const run = await look(inBranch('机制2201团支部', 4));
    expect(run).toMatchObject({ missing: 2, unchanged: 4 });
    expect((await rowsOf(run.id, 'missing')).map((row) => row.kind === 'missing' && row.name)).toEqual([
      '同学4',
      '同学5',
    ]);
    expect(members()).toHaveLength(12);
  });

  it('is nobody whose row waits', async () => {
    await write(inBranch('机制2201团支部', 6));
    const rows = inBranch('机制2201团支部', 6).map((row, index) =>
      index === 0 ? ['1.9E+09', ...row.slice(1)] : row,
    );
    expect(await look(rows)).toMatchObject({ missing: 0, badCells: 1 });
  });
});

describe('a file as colleges have them, and its five corrected rows sent again', () => {
  const A = '机制2301团支部';
  const B = '机制2302团支部';
  const first = [
    ['2310310100', '林一诺', A],
    ['2310310101', '张\u200b雨', A],
    ["'2310310102", '王强', A],
    ['1.90E+09', '陈晨', A],
    ['6310101', '李慧', A],
    ['2310310104', '𠮷野', A],
    ['2310310105', '阿依古丽•吐尔逊', A],
    ['2310310106', '王　强', A],
    ['2310310107', '张三（曾用名张山）', A],
    ['2310310201', '宋远', B],
    ['2310310203', '孙浩', '机制２３０２团支部'],
  ].map((row) => [...row, '2027-06']);
  const again = [
    ['2310310101', '张雨', A],
    ['2310310102', '王强', A],
    ['1900000001', '陈晨', A],
    ['0006310101', '李慧', A],
    ['2310310203', '孙浩', B],
  ].map((row) => [...row, '2027-06']);

  it('asks about three cells and writes the others; what is typed in their place is written', async () => {
    const run = await look(first);
    expect(await badOf(run.id)).toEqual([
      '5 学号 shortened-number',
      '6 学号 number-short',
      '10 姓名 malformed',
    ]);
    const cells: Answers['cells'] = [
      { row: 5, field: 'studentNumber', value: '1900000001' },
      { row: 6, field: 'studentNumber', value: '0006310101' },
      { row: 10, field: 'name', value: '张三' },
    ];
    expect(await write(first, { cells })).toMatchObject({ badCells: 0, done: 11 });
    expect(members()).toHaveLength(11);
    expect(
      new Set(
        world.store
          .all('members')
          .slice(ROSTER.length)
          .map(({ branchId }) => branchId),
      ).size,
    ).toBe(2);
    expect(await look(again)).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 5,
      badCells: 0,
      newBranches: 0,
    });
  });

  it('leaves nobody behind as a second record when a short number was kept and then put right', async () => {
    await write(first, { kept: [{ row: 6, field: 'studentNumber' }] });
    const asked = await look(again);
    expect(await badOf(asked.id)).toEqual(['5 学号 same-person']);
    const [question] = await rowsOf(asked.id, 'bad');
    const memberId = question?.kind === 'bad' ? (question.other?.memberId ?? null) : null;
    const people = [{ studentNumber: '0006310101', memberId }];
    expect(await write(again, { people })).toMatchObject({ added: 1, updated: 1, badCells: 0 });
    expect(members().filter((line) => line.includes('李慧'))).toEqual([`0006310101 李慧 ${A}`]);
    expect(members()).toHaveLength(10);
  });

  it('takes two of one name for two when she says so', async () => {
    await write(first, { kept: [{ row: 6, field: 'studentNumber' }] });
    await write(again, { people: [{ studentNumber: '0006310101', memberId: null }] });
    expect(members().filter((line) => line.includes('李慧'))).toHaveLength(2);
  });
});

it('keeps neither of two rows that have one number and two names, and one of two that say the same', async () => {
  const row = ['2203310101', '许听澜', '机制2201团支部', '2027-06'];
  const other = ['2203310102', '顾衍', '机制2201团支部', '2027-06'];
  const run = await look([row, ['2203310101', '孟一川', '机制2201团支部', '2027-06'], other, other]);
  expect(await badOf(run.id)).toEqual(['2 学号 duplicate', '3 学号 duplicate', '5 学号 duplicate']);
  expect(run.added).toBe(1);
});
