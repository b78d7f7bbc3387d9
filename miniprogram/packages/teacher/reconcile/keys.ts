/** Keys of 对账 in a computer's window: what they do, and what the page says of them. */
import type { Key } from '../../../services/window';
import type { Group } from './groups';
import type { PersonView } from './view';

/** About one row, or about all of them. */
export type RowKey = 'next' | 'previous' | 'settle' | 'undo' | 'export';
type ReconcileKey = RowKey | 'main' | 'find';

const ACTS: Readonly<Record<string, ReconcileKey | undefined>> = {
  j: 'next',
  arrowdown: 'next',
  k: 'previous',
  arrowup: 'previous',
  a: 'main',
  ' ': 'settle',
  enter: 'settle',
  u: 'undo',
  e: 'export',
  '/': 'find',
};

export const actOf = ({ name, shift }: Key): ReconcileKey | undefined => (shift ? undefined : ACTS[name]);

/** Said once above what is compared. */
export const KEY_WORDS: readonly { readonly key: string; readonly word: string }[] = [
  { key: 'J K', word: '上下一人' },
  { key: '空格', word: '记下这一人' },
  { key: 'U', word: '撤销这一人' },
  { key: 'A', word: '最下面的按钮' },
  { key: 'E', word: '导出对不上的' },
  { key: '/', word: '找人' },
];

interface Row {
  readonly group: Group;
  readonly person: PersonView;
}

const rowsOf = (groups: readonly Group[]): Row[] =>
  groups.flatMap((group) => group.people.map((person) => ({ group, person })));

/** Whom J and K lead to; stays where the list ends, and begins at its first row. */
export const rowBeside = (groups: readonly Group[], current: string, step: 1 | -1): string => {
  const ids = rowsOf(groups).map(({ person }) => person.memberId);
  const at = ids.indexOf(current);
  return (at < 0 ? ids[0] : (ids[at + step] ?? current)) ?? '';
};

export const rowOf = (groups: readonly Group[], memberId: string): Row | undefined =>
  rowsOf(groups).find(({ person }) => person.memberId === memberId);
