import type { Group } from '../../../../../miniprogram/packages/teacher/reconcile/groups';
import { RECONCILE_KEYS, rowBeside, rowOf } from '../../../../../miniprogram/packages/teacher/reconcile/keys';

const person = (memberId: string) => ({
  memberId,
  name: memberId,
  line: '',
  mark: 'open' as const,
  evidence: '',
  canUndo: false,
});
const group = (kind: Group['kind'], ids: readonly string[]): Group => ({
  kind,
  title: '',
  text: '',
  count: ids.length,
  act: '',
  all: '',
  people: ids.map(person),
  unknown: [],
  questions: [],
  more: 0,
  hasNext: false,
});
const GROUPS = [group('left-unsaid', ['a', 'b']), group('unknown', []), group('still-here', ['c'])];

it.each([
  ['', 'next', 'a'],
  ['b', 'next', 'c'],
  ['c', 'next', 'c'],
  ['c', 'previous', 'b'],
] as const)('leads from %s by %s to %s, across the groups', (from, act, to) => {
  expect(rowBeside(GROUPS, from, act)).toBe(to);
});

it('knows the group of the row it is about', () => {
  expect(rowOf(GROUPS, 'c')?.group.kind).toBe('still-here');
  expect(rowOf(GROUPS, 'gone')).toBeUndefined();
});

it('calls each key as it is pressed', () => {
  const { words, actOf } = RECONCILE_KEYS;
  const named = words
    .flatMap(({ cap }) => cap.split(' '))
    .map((cap) => (cap === '空格' ? ' ' : cap.toLowerCase()));
  expect(named.map((name) => actOf({ name, shift: false }) !== undefined)).toEqual(named.map(() => true));
});
