import { NOT_LOADED, toGroup } from '../../../../../miniprogram/packages/teacher/reconcile/groups';
import { groupsOf, type Run } from '../../../../../miniprogram/packages/teacher/reconcile/kinds';
import {
  toPersonViews,
  toQuestionViews,
  toUnknownViews,
  type RowsReply,
} from '../../../../../miniprogram/packages/teacher/reconcile/rows';
import { toBranchRows, toRunView } from '../../../../../miniprogram/packages/teacher/reconcile/view';

const NONE = { open: 0, done: 0, changed: 0 };
const FINDINGS: Run['findings'] = {
  arrived: NONE,
  'left-unsaid': NONE,
  'still-here': NONE,
  refused: NONE,
  lapsed: NONE,
  'not-started': NONE,
  'not-handed-in': NONE,
};

const run = (more: Partial<Run> = {}): Run => ({
  id: 'reconcile-1',
  collegeId: 'c',
  collegeName: '光电学院',
  kind: 'members',
  source: 'file',
  state: 'compared',
  lines: 3,
  skipped: 0,
  hidden: 0,
  struckIds: false,
  unclear: [],
  branches: [{ id: 'b', name: '光电2302团支部', listed: 0, known: 30, isCovered: false }],
  arrivedBefore: 1,
  underWay: 2,
  findings: FINDINGS,
  unknown: 0,
  sameNames: NONE,
  undoUntil: null,
  createdAt: 0,
  expiresAt: 1,
  ...more,
});

const person = (more: Partial<RowsReply['people'][number]> = {}) => ({
  memberId: 'm',
  name: '林小雨',
  studentNumber: '2023010108',
  branchName: '光电2302团支部',
  transferId: 't',
  shown: 'draft' as const,
  since: 0,
  status: 'open' as const,
  canUndo: false,
  ...more,
});
const rows = (more: Partial<RowsReply> = {}): RowsReply => ({
  people: [],
  unknown: [],
  sameNames: [],
  cursor: null,
  ...more,
});

it('says first how many have arrived, and why', () => {
  const arrived = { open: 214, done: 0, changed: 0 };
  expect(toRunView(run({ findings: { ...FINDINGS, arrived } }))).toMatchObject({
    arrived: 214,
    hero: '人已转到',
    heroText: '他们在这里已批准，系统里也不在本支部了。',
  });
});

it('says how many are confirmed, and until when that can be taken back', () => {
  const arrived = { open: 0, done: 5, changed: 0 };
  expect(toRunView(run({ findings: { ...FINDINGS, arrived }, undoUntil: 1 }))).toMatchObject({
    confirmed: 5,
    hero: '人确认好了',
    undo: '到今晚 24:00 都能撤销',
  });
});

it('shows groups that have somebody, also where all of them are settled', () => {
  const findings = {
    ...FINDINGS,
    'left-unsaid': { open: 0, done: 1, changed: 0 },
    'still-here': { open: 2, done: 0, changed: 0 },
  };
  expect(groupsOf(run({ findings, unknown: 1 }))).toEqual(['left-unsaid', 'still-here', 'unknown']);
  expect(groupsOf(run({ findings, state: 'read' }))).toEqual([]);
});

it('asks about who waits there and has handed in nothing here, with nothing to tap', () => {
  const findings = { ...FINDINGS, 'not-handed-in': { open: 2, done: 0, changed: 0 } };
  const shown = run({ kind: 'outgoing', findings });
  expect(groupsOf(shown)).toEqual(['not-handed-in']);
  const group = toGroup(shown, 'not-handed-in', NOT_LOADED, new Map());
  expect(group).toMatchObject({ title: '系统里在办、这里没提交', count: 2, act: '', all: '' });
  expect(group.text).toContain('请问一问');
  expect(toRunView(shown).bars.map(({ count }) => count)).toEqual([1, 0, 2, 2]);
});

it('never lets a paste or a filtered sheet stand for a whole branch, and says so', () => {
  expect(toRunView(run({ source: 'paste' }))).toMatchObject({ canCover: false });
  expect(toRunView(run({ source: 'paste' })).notes[0]).toContain('不判断谁已经转走');
  expect(toRunView(run({ hidden: 4 }))).toMatchObject({ canCover: false });
  expect(toRunView(run({ hidden: 4 })).notes[0]).toContain('4 行');
  expect(toRunView(run()).canCover).toBe(true);
});

it('says every note as a whole sentence', () => {
  const { notes } = toRunView(run({ source: 'paste', hidden: 4, skipped: 2, unclear: ['流转中'] }));
  expect(notes).toHaveLength(4);
  for (const note of notes) expect(note).toMatch(/。$/);
});

it('shows a branch that the list does not name with the people it has here', () => {
  expect(toBranchRows(run(), new Set(['b']))).toEqual([
    { id: 'b', name: '光电2302团支部', line: '名单里没有，这里 30 人', isOn: true },
  ]);
});

it('tells what can be done about a person', () => {
  const marks = [
    person(),
    person({ status: 'done', canUndo: true }),
    person({ status: 'changed' }),
    person({ transferId: null, shown: 'none' }),
  ];
  expect(toPersonViews(rows({ people: marks })).map(({ mark }) => mark)).toEqual([
    'open',
    'done',
    'moved',
    'bare',
  ]);
});

it('tells people of one name apart by their numbers, whatever page they are loaded with', () => {
  const people = [person(), person({ memberId: 'n', studentNumber: '2023010126' })];
  expect(
    toPersonViews(rows({ people })).map(({ name, line }) => `${name} ${line.split('，')[0] ?? ''}`),
  ).toEqual(['林小雨 2023010108', '林小雨 2023010126']);
});

it('says of each that is written down how it is known, with the day', () => {
  const since = Date.UTC(2026, 5, 17, 2);
  const people = [person({ status: 'done', since }), person({ since }), person({ status: 'changed', since })];
  expect(toPersonViews(rows({ people })).map(({ evidence }) => evidence)).toEqual([
    '列表核对 6月17日',
    '',
    '',
  ]);
});

it('asks which of two it is, and shows what is tapped', () => {
  const sameNames = [
    {
      key: 'same-0',
      name: '林小雨',
      lines: 1,
      outcomes: [null],
      isSettled: false,
      people: [
        { memberId: 'm', studentNumber: '2023010108', branchName: 'A' },
        { memberId: 'n', studentNumber: '2023010126', branchName: 'A' },
      ],
    },
  ];
  expect(toQuestionViews(rows({ sameNames }), new Map([['same-0', ['n']]]))).toMatchObject([
    {
      ask: '名单里的是哪一位',
      people: [
        { label: '尾号 0108', isOn: false },
        { label: '尾号 0126', isOn: true },
      ],
    },
  ]);
});

it('asks for one after the other where the lines do not say the same', () => {
  const people = ['0108', '0126'].map((tail) => ({ memberId: tail, studentNumber: tail, branchName: 'A' }));
  const asked = (outcomes: RowsReply['sameNames'][number]['outcomes'], picked: readonly string[] = []) => {
    const sameNames = [
      { key: 'same-0', name: '林小雨', lines: outcomes.length, outcomes, isSettled: false, people },
    ];
    return toQuestionViews(rows({ sameNames }), new Map([['same-0', picked]]))[0]?.ask;
  };
  expect(asked(['arrived', 'refused'])).toBe('写着“已转到”的是哪一位');
  expect(asked(['arrived', 'refused'], ['0126'])).toBe('写着“被退回”的是哪一位');
  expect(asked(['waiting', null], ['0126'])).toBe('没写清结果的是哪一位');
  expect(asked(['arrived'])).toBe('写着“已转到”的是哪一位');
  expect(asked([null, null])).toBe('名单里的是哪 2 位');
});

it('names whole numbers where their ends are the same', () => {
  const people = ['2022010108', '2023010108', '2023010126'].map((studentNumber) => ({
    memberId: studentNumber,
    studentNumber,
    branchName: 'A',
  }));
  const sameNames = [{ key: 'same-0', name: '林小雨', lines: 1, outcomes: [null], isSettled: false, people }];
  const [question] = toQuestionViews(rows({ sameNames }), new Map());
  expect(question?.people.map(({ label }) => label)).toEqual(['2022010108', '2023010108', '尾号 0126']);
});

it('shows three rows of a group until somebody asks for more', () => {
  const people = ['a', 'b', 'c', 'd', 'e'].map((memberId) => person({ memberId }));
  const pages = [rows({ people, cursor: '0' })];
  const closed = toGroup(run(), 'still-here', { pages, isOpen: false }, new Map());
  expect([closed.people.length, closed.more, closed.hasNext]).toEqual([3, 2, true]);
  const open = toGroup(run(), 'still-here', { pages, isOpen: true }, new Map());
  expect([open.people.length, open.more]).toEqual([5, 0]);
  expect(toGroup(run(), 'still-here', NOT_LOADED, new Map()).people).toEqual([]);
});

it('says of each where they stand, and who of the school it waits for', () => {
  const [row] = toPersonViews(rows({ people: [person({ shown: 'with-secretary' })] }));
  expect(row?.line).toContain('等团支书审批');
});

it('tells people apart who stand on one line of two sheets', () => {
  const stranger = (name: string) => ({ line: 5, name, branchName: null, here: null, outcome: null });
  const views = toUnknownViews(rows({ unknown: [stranger('林小雨'), stranger('安然')] }));
  expect(new Set(views.map(({ key }) => key)).size).toBe(2);
});
