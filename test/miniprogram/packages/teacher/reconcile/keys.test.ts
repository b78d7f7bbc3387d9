import type { Group } from '../../../../../miniprogram/packages/teacher/reconcile/groups';
import {
  actOf,
  KEY_WORDS,
  rowBeside,
  rowOf,
} from '../../../../../miniprogram/packages/teacher/reconcile/keys';

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
  ['', 1, 'a'],
  ['a', 1, 'b'],
  ['b', 1, 'c'],
  ['c', 1, 'c'],
  ['c', -1, 'b'],
  ['a', -1, 'a'],
  ['gone', 1, 'a'],
] as const)('leads from %s by %s to %s, across the groups', (from, step, to) => {
  expect(rowBeside(GROUPS, from, step)).toBe(to);
});

it('leads nowhere where nobody is listed', () => {
  expect(rowBeside([], '', 1)).toBe('');
});

it('knows the group of the row it is about', () => {
  expect(rowOf(GROUPS, 'c')?.group.kind).toBe('still-here');
  expect(rowOf(GROUPS, 'gone')).toBeUndefined();
});

it('names every key that does something, and none else', () => {
  const named = KEY_WORDS.flatMap(({ key }) => key.split(' ')).map((key) =>
    key === '空格' ? ' ' : key.toLowerCase(),
  );
  expect(named.map((name) => actOf({ name, shift: false }) !== undefined)).toEqual(named.map(() => true));
  expect(actOf({ name: 'a', shift: true })).toBeUndefined();
  expect(actOf({ name: 'q', shift: false })).toBeUndefined();
});
