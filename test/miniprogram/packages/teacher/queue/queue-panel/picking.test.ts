/** What a batch takes of the queue. */
import { BATCH_MAX } from '../../../../../../miniprogram/contract/teacher/queue';
import { QUEUE_KINDS } from '../../../../../../miniprogram/domain/people/queue-kinds';
import {
  mostOf,
  pickableOf,
  pickedKind,
  pickedView,
  pickOf,
  togglePick,
  togglePickAll,
} from '../../../../../../miniprogram/packages/teacher/queue/queue-panel/picking';
import { MOST_AT_ONCE } from '../../../../../../miniprogram/packages/teacher/queue/decide-in-parts';
import type { Item, QueueKind } from '../../../../../../miniprogram/packages/teacher/queue/queue-panel/queue';

const item = (id: string, kind: QueueKind): Item => ({
  kind,
  id,
  memberName: id,
  branchName: '通信2201团支部',
  wayId: null,
  since: 0,
  deadlineAt: null,
  reason: null,
});
const QUEUE = [
  item('甲', 'approval'),
  item('乙', 'registration'),
  item('丙', 'approval'),
  item('丁', 'code'),
];

it('takes no more at once than the contract does', () => {
  expect(MOST_AT_ONCE).toBe(BATCH_MAX);
  expect([mostOf('approval'), mostOf('registration'), mostOf(undefined)]).toEqual([50, 50, 50]);
});

it('says of a whole college at once what became of its time-outs', () => {
  expect(mostOf('timeout')).toBeGreaterThan(449);
});

it('takes approvals, registrations and time-outs; the others need a look at each', () => {
  const taken = QUEUE_KINDS.filter((kind) => pickOf(item('x', kind), [], undefined) !== 'none');
  expect([...taken].sort()).toEqual(['approval', 'registration', 'timeout']);
});

it.each<[string, string[], string[]]>([
  ['nothing', [], ['off', 'off', 'off', 'none']],
  ['an approval', ['甲'], ['on', 'other', 'off', 'none']],
  ['a registration', ['乙'], ['other', 'on', 'other', 'none']],
  ['one that has left the queue', ['戊'], ['off', 'off', 'off', 'none']],
])('is of one kind: with %s selected the rows say so', (_, picked, states) => {
  const of = pickedKind(QUEUE, picked);
  expect(QUEUE.map((each) => pickOf(each, picked, of))).toEqual(states);
});

it.each<[string, string[], string[]]>([
  ['the kind of its first row', [], ['甲', '丙']],
  ['the kind selected already', ['乙'], ['乙']],
])('“全选” takes %s', (_, picked, ids) => {
  expect(pickableOf(QUEUE, pickedKind(QUEUE, picked))).toEqual(ids);
});

it('“全选” takes nothing of a group a batch cannot decide', () => {
  expect(pickableOf([item('丁', 'code')], undefined)).toEqual([]);
});

it.each<[string[], string[]]>([
  [[], ['甲']],
  [['甲', '丙'], ['丙']],
])('a tap on a row turns it round, from %j', (picked, after) => {
  expect(togglePick(picked, '甲')).toEqual(after);
});

it.each<[string, string[], boolean, string[]]>([
  ['adds what is missing, each once', ['远', '甲'], false, ['远', '甲', '丙']],
  ['takes away its own only', ['远', '甲', '丙'], true, ['远']],
])('a tap on “全选” %s', (_, picked, allPicked, after) => {
  expect(togglePickAll(picked, { pickable: ['甲', '丙'], allPicked })).toEqual(after);
});

it.each([
  [0, 'approval', null],
  [2, undefined, null],
  [3, 'approval', { count: 3, decision: 'approve', label: '批准 3 条', other: '退回' }],
  [1, 'registration', { count: 1, decision: 'record', label: '登记 1 条', other: '退回' }],
  [449, 'timeout', { count: 449, decision: 'accepted', label: '转到了 449 条', other: '退回来了' }],
] as const)('the bar below says of %d of kind %s what it would do', (count, kind, shown) => {
  expect(pickedView(count, kind)).toEqual(shown);
});
