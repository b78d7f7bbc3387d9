import { QUEUE_KINDS } from '../../../../../../miniprogram/domain/people/queue-kinds';
import {
  decidable,
  toQueueView,
  withoutItem,
} from '../../../../../../miniprogram/packages/teacher/queue/queue-panel/view';
import type {
  QueueKind,
  TeacherQueue,
} from '../../../../../../miniprogram/packages/teacher/queue/queue-panel/queue';
import { placeInRound, rememberRound } from '../../../../../../miniprogram/memory/round';
import { RULEBOOKS, rulebookOf } from '../../../../../../miniprogram/rulebooks';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 5, 12, 2, 0);
const rulebook = rulebookOf('usst-2020') ?? RULEBOOKS[0]!;

const item = (
  id: string,
  kind: QueueKind,
  daysToDeadline: number | null,
  hoursWaited = 1,
): TeacherQueue['items'][number] => ({
  kind,
  id,
  memberName: id,
  branchName: '通信2201团支部',
  wayId: kind === 'registration' ? 'army' : kind === 'code' ? null : 'employed',
  since: NOW - hoursWaited * HOUR,
  deadlineAt: daysToDeadline === null ? null : NOW + daysToDeadline * DAY,
  reason: kind === 'refusal' ? '组织选错了' : null,
});

const queueOf = (items: TeacherQueue['items']): TeacherQueue => ({
  college: { id: 'c', name: '信息工程学院' },
  items,
  counts: Object.fromEntries(
    QUEUE_KINDS.map((kind) => [kind, items.filter((each) => each.kind === kind).length]),
  ) as TeacherQueue['counts'],
  rulebookId: 'usst-2020',
  subscription: {
    templateIds: { progress: '', deadline: '', code: '', task: '' },
    credits: { progress: 0, deadline: 0, code: 0, task: 0 },
  },
  now: NOW,
});
const view = (items: TeacherQueue['items'], filter: QueueKind | 'all' = 'all') =>
  toQueueView(queueOf(items), filter, rulebook, NOW);

describe('the teacher’s queue', () => {
  it('says of a code why it is here, and of nothing else', () => {
    const rows = view([
      { ...item('a', 'code', null), escalationCause: 'asked' },
      item('b', 'code', null),
      item('c', 'approval', 0),
    ]).groups.flatMap((group) => group.rows);
    expect(new Map(rows.map(({ id, why }) => [id, why]))).toEqual(
      new Map([
        ['a', '本人想请老师帮忙'],
        ['b', '要请老师填验证码'],
        ['c', ''],
      ]),
    );
  });

  it.each([
    ['a refusal', item('x', 'refusal', 9), 'today'],
    ['a time-out', item('x', 'timeout', -2), 'today'],
    ['an escalated code', item('x', 'code', null), 'today'],
    ['an approval due today', item('x', 'approval', 0), 'today'],
    ['an approval due tomorrow', item('x', 'approval', 1), 'today'],
    ['an approval that waited a day with time left', item('x', 'approval', 9, 26), 'later'],
    ['an approval without a clock that waited a day', item('x', 'approval', null, 26), 'today'],
    ['a fresh approval without a clock', item('x', 'approval', null, 2), 'later'],
    ['an approval due in two days', item('x', 'approval', 2), 'soon'],
    ['an approval due in three days', item('x', 'approval', 3), 'soon'],
    ['an approval due in four days', item('x', 'approval', 4), 'later'],
    ['a registration without a clock', item('x', 'registration', null, 60), 'later'],
  ])('%s belongs to its group', (_, one, group) => {
    expect(view([one]).groups.map(({ id }) => id)).toEqual([group]);
  });

  it('names the window of the rulebook, not a number of its own', () => {
    const other = { ...rulebook, soonDays: 5 };
    const { groups } = toQueueView(queueOf([item('x', 'approval', 5)]), 'all', other, NOW);
    expect(groups).toMatchObject([{ id: 'soon', title: '5 天内' }]);
  });

  it('puts refusals before what merely waits', () => {
    const { groups } = view([item('审批', 'approval', 0), item('退回', 'refusal', 9)]);
    expect(groups[0]?.rows.map(({ name }) => name)).toEqual(['退回', '审批']);
  });

  it('puts the nearest deadline first and the oldest of those without one', () => {
    const { groups } = view([
      item('新', 'registration', null, 2),
      item('旧', 'registration', null, 20),
      item('远', 'approval', 12),
      item('近', 'approval', 6),
    ]);
    expect(groups[0]?.rows.map(({ name }) => name)).toEqual(['近', '远', '旧', '新']);
  });

  it.each([
    [item('x', 'approval', 6), { line: '审批，已确定工作单位', number: '6', tone: '' }],
    [item('x', 'approval', 1, 26), { line: '审批，等了 26 小时', number: '1', tone: 'soon' }],
    [item('x', 'approval', 2, 26), { line: '审批，已确定工作单位', number: '2', tone: 'soon' }],
    [item('x', 'approval', 0), { number: '', word: '今天截止', tone: 'soon' }],
    [item('x', 'timeout', -2), { word: '2 天前到期', tone: 'stop', alarm: true }],
    [item('x', 'registration', null), { line: '登记，参军入伍', word: '6月12日' }],
    [item('x', 'refusal', null), { line: '对方退回：组织选错了', alarm: true }],
    [{ ...item('x', 'refusal', null), reason: null }, { line: '对方退回，等本人改了再交' }],
    [item('x', 'code', null, 30), { line: '验证码，等了 30 小时', number: '', word: '' }],
  ])('a row says what it is and how long is left (%#)', (one, expected) => {
    expect(view([one]).groups[0]?.rows[0]).toMatchObject(expected);
  });

  it('counts everything in its chips while showing one kind', () => {
    const { chips, groups, total } = view([item('a', 'approval', 5), item('b', 'code', null)], 'code');
    expect(total).toBe(2);
    expect(chips.map(({ label, on }) => [label, on])).toEqual([
      ['全部 2', false],
      ['审批 1', false],
      ['验证码 1', true],
    ]);
    expect(groups.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(['b']);
  });

  it('keeps the chip of an emptied kind while it is chosen', () => {
    expect(view([item('a', 'approval', 5)], 'code').chips.map(({ label }) => label)).toContain('验证码 0');
  });

  it('leads from one decision to the next in the order shown', () => {
    const shown = view([item('晚', 'approval', 12), item('码', 'code', null), item('早', 'approval', 1)]);
    rememberRound('decisions', decidable(shown));
    expect(placeInRound('decisions', '早')).toEqual({ number: 1, total: 2, previous: null, next: '晚' });
    expect(placeInRound('decisions', '晚')).toEqual({ number: 2, total: 2, previous: '早', next: null });
    expect(placeInRound('decisions', '别的')).toEqual({ number: 0, total: 2, previous: null, next: null });
  });

  it('takes out what was dealt with and counts one less', () => {
    const left = withoutItem(queueOf([item('a', 'code', null), item('b', 'code', null)]), 'a');
    expect(left.items.map(({ id }) => id)).toEqual(['b']);
    expect(left.counts.code).toBe(1);
    expect(withoutItem(left, 'unknown')).toBe(left);
  });
});
