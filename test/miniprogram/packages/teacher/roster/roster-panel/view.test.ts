/** The roster tab: where the names stand, what became of the last file, and the lists to hand in. */
import { MEGABYTE, ROSTER_FILE_MEGABYTES } from '../../../../../../miniprogram/domain/rules/file-sizes';
import { STANDING_LISTS } from '../../../../../../miniprogram/domain/rules/standing-lists';
import {
  latestJobs,
  toExportRows,
  toRosterView,
  type ExportJob,
  type RosterReply,
} from '../../../../../../miniprogram/packages/teacher/roster/roster-panel/view';
import { tableProblem } from '../../../../../../miniprogram/packages/teacher/roster/table-upload/table-problem';
import { LISTS } from '../../../../../../miniprogram/rulebooks/usst-2020/lists';
import type { Run } from '../../../../../../miniprogram/packages/teacher/roster/import/rows';
import { NOW, run } from '../../../../support/roster-run';

const branch = (name: string, secretaries: string[] = ['许嘉宁']) => ({
  id: name,
  name,
  inviteCode: `CODE-${name}`,
  secretaries,
});
const roster = (more: Partial<RosterReply> = {}): RosterReply => ({
  college: { id: 'c', name: '信息工程学院' },
  colleges: [],
  members: 258,
  branches: [branch('甲'), branch('乙')],
  run: null,
  reconcile: null,
  exports: [],
  now: NOW,
  ...more,
});

describe('the roster', () => {
  it.each([
    ['everybody helped', roster(), { members: 258, branchLine: '2 个支部', alarm: '' }],
    [
      'a branch without its secretary',
      roster({ branches: [branch('甲', []), branch('乙')] }),
      { alarm: '1 个支部的团支书还没登录' },
    ],
    ['nobody yet', roster({ members: 0, branches: [] }), { members: 0, branchLine: '0 个支部', alarm: '' }],
  ])('with %s', (_, reply, shown) => {
    expect(toRosterView(reply, '智慧团建')).toMatchObject({ ...shown, run: null });
  });

  it('says under 对账 what it is for, and how many people a list read before leaves to confirm', () => {
    const lineOf = (more: Partial<RosterReply>) => toRosterView(roster(more), '智慧团建').reconcile;
    expect(lineOf({})).toEqual({ text: '给一份系统里的名单，一次确认谁转到了', soon: false });
    expect(lineOf({ reconcile: { arrived: 2, createdAt: NOW } })).toEqual({
      text: '2 人等你确认，6月12日 09:41 的名单',
      soon: true,
    });
  });

  it.each<[string, Partial<Run>, object | null]>([
    [
      'was stopped half-way',
      { state: 'stopped', done: 3 },
      { title: '上次的名单没有写完', text: '3 / 8 人，再传一次就补上', soon: true },
    ],
    [
      'waits to be written',
      {},
      { title: '检查好了，还没写入 8 人', text: '6月12日 09:41 检查的', soon: true },
    ],
    ['changes nothing', { added: 0, updated: 0 }, null],
    [
      'has bad rows',
      { badRows: 3, badCells: 4 },
      { title: '上次的表有 3 行要你看', text: '6月12日 09:41 检查的，还没有写入', soon: true },
    ],
    // Nothing to add because nothing could be read is not the same as nothing to add.
    ['has a bad heading', { badRows: 1, badCells: 1, added: 0, updated: 0 }, { soon: true }],
    [
      'is being written',
      { state: 'applying', done: 3 },
      { title: '名单还在写', text: '3 / 8 人，点开接着看', soon: true },
    ],
    [
      'is written',
      { state: 'applied', done: 8 },
      { title: '上次写入 8 人', text: '6月12日 09:41 的表', soon: false },
    ],
  ])('tells of a last file that %s', (_, more, shown) => {
    expect(toRosterView(roster({ run: run(more) }), '智慧团建').run).toEqual(
      shown && expect.objectContaining(shown),
    );
  });
});

const job = (more: Partial<ExportJob> = {}): ExportJob => ({
  id: 'x',
  kind: 'army',
  state: 'running',
  done: 0,
  total: 0,
  rows: 0,
  url: null,
  fileName: '参军入伍.xlsx',
  createdAt: NOW,
  ...more,
});

describe('the lists to hand in', () => {
  it('can each be asked for, with a word on what it is for', () => {
    const rows = toExportRows({}, LISTS);
    const kinds = rows.map(({ kind }) => kind);
    expect(kinds).toEqual(['unfinished', 'submissions', 'kept', 'army', 'deferred', 'overAge']);
    expect(kinds).toEqual(expect.arrayContaining([...STANDING_LISTS]));
    for (const row of rows) expect(row).toMatchObject({ status: '', running: false, ready: false });
    for (const { hint } of rows) expect(hint).not.toBe('');
  });

  it.each<[string, Partial<ExportJob>, object]>([
    ['just begun', {}, { running: true, percent: 0, status: '正在做，看完 0 / 0 个支部' }],
    ['half done', { done: 3, total: 8 }, { running: true, percent: 38, status: '正在做，看完 3 / 8 个支部' }],
    [
      'done',
      { state: 'done', done: 8, total: 8, rows: 21 },
      { ready: true, running: false, percent: 100, status: '21 人，09:41 做好' },
    ],
    [
      'failed',
      { state: 'failed', done: 3, total: 8 },
      { failed: true, running: false, ready: false, status: '没做成，名单都还在，再做一次' },
    ],
  ])('tell when one is %s, and nothing of the others', (_, more, shown) => {
    const rows = toExportRows({ army: job(more) }, LISTS);
    expect(rows.find(({ kind }) => kind === 'army')).toMatchObject(shown);
    expect(rows.filter(({ status }) => status !== '')).toHaveLength(1);
  });

  it('are the newest of each kind', () => {
    const jobs = latestJobs([
      job({ id: 'new' }),
      job({ id: 'kept', kind: 'kept' }),
      job({ id: 'old', state: 'failed' }),
    ]);
    expect(jobs).toMatchObject({ army: { id: 'new' }, kept: { id: 'kept' } });
    expect(Object.keys(jobs)).toHaveLength(2);
  });
});

describe('a file chosen for the roster', () => {
  it.each([
    ['名单.xlsx', 1000, ''],
    ['名单.CSV', 1000, ''],
    ['名单.xls', 1000, '另存为 .xlsx'],
    ['名单.et', 1000, '这是 .et 格式。在电脑上用 WPS 或 Excel 另存为 .xlsx'],
    ['名单.XLSM', 1000, '另存为 .xlsx'],
    ['名单.docx', 1000, '只能读 .xlsx 和 .csv'],
    ['名单', 1000, '只能读 .xlsx 和 .csv'],
    ['名单.xlsx', ROSTER_FILE_MEGABYTES * MEGABYTE, ''],
    ['名单.xlsx', 50 * MEGABYTE, `有 50 MB，最大 ${ROSTER_FILE_MEGABYTES} MB`],
    ['名单.xlsx', 0, '是空的'],
  ])('%s of %d bytes: %j', (name, size, problem) => {
    const said = tableProblem({ name, size });
    if (problem) expect(said).toContain(problem);
    else expect(said).toBe('');
  });
});
