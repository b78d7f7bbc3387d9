/** A dry run of the roster: what its report says of each cell and person, and what may be done next. */
import { ROSTER_PROBLEMS } from '../../../../../../miniprogram/contract/teacher/roster';
import {
  firstKind,
  reportText,
  toReportRow,
  toRunView,
  type Run,
  type RunRow,
} from '../../../../../../miniprogram/packages/teacher/roster/import/view';
import { run } from '../../../../support/roster-run';

describe('a run', () => {
  it.each<[string, Partial<Run>, object]>([
    ['clean', {}, { title: '会改动 8 人', canApply: true, applyLabel: '确定，写入 8 人' }],
    ['with bad rows', { badRows: 3, badCells: 5 }, { title: '有 3 行要改', canApply: false, bad: 5 }],
    [
      'without a change',
      { added: 0, updated: 0 },
      { title: '没有要改的', text: '这份表和现在的名单一样。', canApply: false },
    ],
    [
      'half written',
      { state: 'applying', done: 3 },
      { title: '正在写名单', canApply: true, applyLabel: '接着写', percent: 38, progress: '3 / 8 人' },
    ],
    [
      'written',
      { state: 'applied', done: 8 },
      { title: '写进去了 8 人', text: '名单已经是新的。', canApply: false, percent: 100 },
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
        canApply: false,
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
  value: '',
  problem: 'missing',
  ...more,
});

describe('a line of the report', () => {
  it.each<[Partial<Bad>, object]>([
    [{}, { place: '第 7 行', title: '毕业年月', line: '这一格是空的，请补上。合并的格子要先拆开' }],
    [{ problem: 'malformed', value: '明年六月' }, { line: '看不懂这一格：明年六月。写成 2026-06 这样' }],
    [{ problem: 'malformed', column: '备注', value: '无' }, { line: '看不懂这一格：无' }],
    [
      { row: 1, problem: 'missing-column', column: '学号' },
      { place: '表头', title: '学号', line: '表里少了这一列，请照模板补上' },
    ],
    // The value is left out by the cloud, and how to write a month does not matter here.
    [{ problem: 'id-card', column: '学号' }, { line: '像是身份证号码。我们不收，请整列删掉' }],
  ])('says of a bad cell what to do (%#)', (more, shown) => {
    expect(toReportRow(bad(more))).toMatchObject(shown);
  });

  it.each(ROSTER_PROBLEMS)('has words for %s', (problem) => {
    expect(toReportRow(bad({ problem })).line).toMatch(/[\u4e00-\u9fff]/);
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
    ['名单.xlsx', ['名单.xlsx', '第 7 行，毕业年月：这一格是空的，请补上。合并的格子要先拆开']],
    ['', ['第 7 行，毕业年月：这一格是空的，请补上。合并的格子要先拆开']],
  ])('goes to a computer as words, under the file’s name %j', (name, lines) => {
    expect(reportText(name, [toReportRow(bad({}))]).split('\n')).toEqual(lines);
  });
});
