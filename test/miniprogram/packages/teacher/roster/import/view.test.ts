/** A dry run of the roster: what its report says of each cell and person, and what may be done next. */
import { ROSTER_PROBLEMS } from '../../../../../../miniprogram/domain/people/roster-problems';
import {
  NO_ANSWERS,
  withCell,
  withKept,
  withPerson,
} from '../../../../../../miniprogram/packages/teacher/roster/import/answers';
import {
  reportText,
  toReportRow as rowWith,
  type Run,
  type RunRow,
} from '../../../../../../miniprogram/packages/teacher/roster/import/rows';
import {
  firstKind,
  toRunView as viewOf,
} from '../../../../../../miniprogram/packages/teacher/roster/import/view';
import { run } from '../../../../support/roster-run';

const COLUMN: Run['columns'][number] = {
  key: '编号',
  letter: 'A',
  heading: '编号',
  samples: [],
  use: 'skip',
  from: 'heading',
};

const toRunView = (one: Run) => viewOf(one, NO_ANSWERS, NO_ANSWERS);
const toReportRow = (row: RunRow) => rowWith(row, NO_ANSWERS);

describe('a run', () => {
  it.each<[string, Partial<Run>, object]>([
    ['clean', {}, { title: '认出 258 个人', next: 'write', nextLabel: '写入 8 人', hint: '' }],
    [
      'with bad rows: they wait, the others are written',
      { badRows: 3, badCells: 5 },
      { title: '认出 258 个人', next: 'write', bad: 5, hint: '有疑问的 3 行先放着，另外的照常。' },
    ],
    [
      'of which nobody can be read',
      { badRows: 3, badCells: 5, added: 0, updated: 0, unchanged: 0 },
      { title: '3 行都要你看', next: 'back' },
    ],
    [
      'without a column it needs',
      { badCells: 1, isBlocked: true, columns: [COLUMN] },
      { title: '有一列没看懂', next: 'back' },
    ],
    [
      'of a table that has no columns to choose from',
      { badCells: 1, isBlocked: true },
      { title: '没看懂这张表', text: '一行都还没有写进名单。', next: 'back' },
    ],
    [
      'with open questions',
      { questions: { graduationMonth: { month: '2026-06', isAnswered: false }, branches: [] } },
      { next: 'ask', nextLabel: '先答上面 1 个问题' },
    ],
    [
      'without a change',
      { added: 0, updated: 0 },
      { title: '没有要改的', text: '这份表和现在的名单一样。', next: 'back', nextLabel: '回到名单' },
    ],
    [
      'half written',
      { state: 'applying', done: 3 },
      { title: '正在写名单', next: 'write', nextLabel: '接着写', percent: 38, progress: '3 / 8 人' },
    ],
    [
      'written',
      { state: 'applied', done: 8 },
      { title: '写进去了 8 人', text: '名单已经是新的。', next: 'back', percent: 100 },
    ],
    [
      'written but for rows in question',
      { state: 'applied', done: 8, badRows: 2 },
      { text: '有疑问的 2 行没有写，改好了再传一次。' },
    ],
    [
      'written but for some',
      { state: 'applied', done: 6, skipped: 2 },
      { title: '写进去了 6 人', text: '2 人刚被别的学院收走，没有改动。' },
    ],
    [
      'stopped, because the right to it ended',
      { state: 'stopped', done: 3 },
      {
        title: '停在了 3 / 8 人',
        text: expect.stringMatching(/^让名单写入的老师权限收回了.*把同一份表再传一次/) as string,
        next: 'back',
        percent: 38,
      },
    ],
    ['of an empty plan', { total: 0 }, { percent: 0 }],
  ])('%s', (_, more, shown) => {
    expect(toRunView(run(more))).toMatchObject(shown);
  });

  it('counts what would be wrong, new, changed and the same', () => {
    const { figures } = toRunView(run({ badCells: 1 }));
    expect(figures.map(({ kind, count }) => [kind, count])).toEqual([
      ['bad', 1],
      ['added', 6],
      ['updated', 2],
      ['unchanged', 250],
      ['missing', 0],
    ]);
  });

  it.each<[Partial<Run>, string, string]>([
    [{}, '信息工程学院，表里 258 行', ''],
    [
      { newBranches: 1, newBranchNames: ['通信2209'] },
      '信息工程学院，表里 258 行，新建 1 个支部',
      '名单里还没有通信2209，会新建。名字写错的话，改好再传。',
    ],
    [
      { newBranches: 9, newBranchNames: ['甲', '乙'] },
      '信息工程学院，表里 258 行，新建 9 个支部',
      '名单里还没有甲、乙等 9 个，会新建。名字写错的话，改好再传。',
    ],
    // Written already: asking about a slip comes too late.
    [
      { state: 'applied', newBranches: 1, newBranchNames: ['甲'] },
      '信息工程学院，表里 258 行，新建 1 个支部',
      '',
    ],
  ])('asks whether a new branch is a slip (%#)', (more, college, newBranches) => {
    expect(toRunView(run(more))).toMatchObject({ college, newBranches });
  });

  it.each<[Partial<Run>, string]>([
    [{ badCells: 1 }, 'bad'],
    [{}, 'added'],
    [{ added: 0 }, 'updated'],
    [{ added: 0, updated: 0 }, 'added'],
  ])('lists first what matters most (%#)', (more, kind) => {
    expect(firstKind(run(more))).toBe(kind);
  });
});

const PERSON = {
  studentNumber: '222201009',
  name: '俞舟',
  branchName: '通信2201团支部',
  birthMonth: '2004-03',
  graduationMonth: '2026-06',
  hasLeaguePost: false,
  isSecretary: false,
};
type Bad = Extract<RunRow, { kind: 'bad' }>;
const bad = (more: Partial<Bad>): Bad => ({
  kind: 'bad',
  row: 7,
  column: '毕业年月',
  field: 'graduationMonth',
  value: '',
  problem: 'missing',
  ...more,
});

it('is looked at again before anything is written, once something was said', () => {
  const said = withKept(NO_ANSWERS, { sheet: '', row: 7, field: 'studentNumber' });
  expect(viewOf(run(), said, NO_ANSWERS)).toMatchObject({
    next: 'look',
    nextLabel: '照这样再看一遍（1 处）',
  });
  expect(viewOf(run(), NO_ANSWERS, said).next).toBe('look');
  expect(viewOf(run(), said, said).next).toBe('write');
});

describe('a line of the report', () => {
  it.each<[Partial<Bad>, object]>([
    [{}, { place: '第 7 行', title: '毕业年月', line: '这一格是空的', canType: true, canKeep: false }],
    [{ problem: 'malformed', value: '明年六月' }, { line: '看不懂这一格：明年六月。写成 2026-06 这样' }],
    [
      { problem: 'malformed', column: '团内职务', field: 'hasLeaguePost', value: '无' },
      { line: '看不懂这一格：无' },
    ],
    [{ who: '俞舟' }, { title: '俞舟，毕业年月' }],
    [
      { row: 1, problem: 'missing-column', column: '学号', field: undefined },
      {
        place: '表头',
        title: '学号',
        line: expect.stringMatching(/^没有找到这一列/) as string,
        canType: false,
      },
    ],
    [{ row: 1, sheet: '机制2202', problem: 'missing-column', field: undefined }, { place: '机制2202 表头' }],
    // The value is left out by the cloud, and how to write a month does not matter here.
    [
      { problem: 'id-card', column: '学号' },
      { line: '像是身份证号码。我们不收，请整列删掉', canType: false },
    ],
  ])('says of a bad cell what to do (%#)', (more, shown) => {
    expect(toReportRow(bad(more))).toMatchObject(shown);
  });

  it.each(ROSTER_PROBLEMS)('has words for %s', (problem) => {
    expect(toReportRow(bad({ problem })).line).toMatch(/[\u4e00-\u9fff]/);
  });

  it('asks about a number that may be right, and repeats what was said', () => {
    const short = bad({ column: '学号', field: 'studentNumber', problem: 'number-short', value: '6210101' });
    const place = { sheet: '', row: 7, field: 'studentNumber' } as const;
    expect(toReportRow(short)).toMatchObject({ canKeep: true, canType: true, said: '' });
    expect(rowWith(short, withKept(NO_ANSWERS, place)).said).toBe('就是这样');
    expect(rowWith(short, withCell(NO_ANSWERS, place, '0006210101')).said).toBe('改成 0006210101');
    expect(rowWith(short, withKept(withKept(NO_ANSWERS, place), place)).said).toBe('');
  });

  it('asks whether a new number is somebody’s of the roster', () => {
    const other = { memberId: 'm-1', name: '俞舟', studentNumber: '6210101', branchName: '通信2201团支部' };
    const row = bad({
      column: '学号',
      field: 'studentNumber',
      problem: 'same-person',
      value: '0006210101',
      other,
    });
    expect(toReportRow(row)).toMatchObject({
      line: '新学号 0006210101。名单里的俞舟是 6210101，通信2201团支部，不在这份表里',
      canBeOther: true,
      canType: false,
    });
    expect(rowWith(row, withPerson(NO_ANSWERS, '0006210101', 'm-1')).said).toBe('是同一个人');
    expect(rowWith(row, withPerson(NO_ANSWERS, '0006210101', null)).said).toBe('是两个人');
  });

  it('lets somebody who is not in the file be taken off, unless they have signed in', () => {
    const row = {
      kind: 'missing',
      memberId: 'm-1',
      name: '俞舟',
      studentNumber: '1',
      branchName: '甲',
    } as const;
    expect(toReportRow({ ...row, bound: false })).toMatchObject({ canRemove: true, line: '1，甲' });
    expect(toReportRow({ ...row, bound: true })).toMatchObject({ canRemove: false, line: '1，甲，登录过' });
  });

  it('keeps two findings of one row apart', () => {
    const keys = [bad({}), bad({ column: '姓名' }), bad({ problem: 'formula' })].map(
      (row) => toReportRow(row).key,
    );
    expect(new Set(keys).size).toBe(3);
  });

  it('names a new person with number and branch', () => {
    expect(toReportRow({ kind: 'added', row: 12, after: PERSON })).toMatchObject({
      place: '第 12 行',
      title: '俞舟',
      line: '222201009，通信2201团支部',
    });
  });

  it.each([
    [{ name: '俞洲' }, '姓名：俞洲 → 俞舟'],
    [{ birthMonth: null }, '出生年月：没有 → 2004年3月'],
    [{ graduationMonth: '2025-12' }, '毕业年月：2025年12月 → 2026年6月'],
    [
      { branchName: '通信2202团支部', isSecretary: true },
      '团支部：通信2202团支部 → 通信2201团支部；团支书：是 → 否',
    ],
  ])('says of a changed person what becomes of it (%#)', (before, line) => {
    const row = { kind: 'updated', row: 3, before: { ...PERSON, ...before }, after: PERSON } as const;
    expect(toReportRow(row).line).toBe(line);
  });

  it.each([
    ['名单.xlsx', ['名单.xlsx', '第 7 行，毕业年月：这一格是空的']],
    ['', ['第 7 行，毕业年月：这一格是空的']],
  ])('goes to a computer as words, under the file’s name %j', (name, lines) => {
    expect(reportText(name, [toReportRow(bad({}))]).split('\n')).toEqual(lines);
  });
});
