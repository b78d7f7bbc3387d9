/** Keys of 对账 in a computer's window, and the rows they lead through. */
import { keyTable, ledFrom, UP_AND_DOWN, type UpOrDown } from '../../../loading/keys';
import type { Group } from './groups';
import type { PersonView } from './rows';

/** About one row, or about all of them. */
export type RowKey = UpOrDown | 'settle' | 'undo' | 'export';

export const RECONCILE_KEYS = keyTable<RowKey | 'main' | 'find'>([
  { cap: 'J K', word: '上下一人', acts: UP_AND_DOWN },
  { cap: '空格', word: '记下这一人', acts: { ' ': 'settle', enter: 'settle' } },
  { cap: 'U', word: '撤销这一人', acts: { u: 'undo' } },
  { cap: 'A', word: '最下面的按钮', acts: { a: 'main' } },
  { cap: 'E', word: '导出对不上的', acts: { e: 'export' } },
  { cap: '/', word: '找人', acts: { '/': 'find' } },
]);

interface Row {
  readonly group: Group;
  readonly person: PersonView;
}

const rowsOf = (groups: readonly Group[]): Row[] =>
  groups.flatMap((group) => group.people.map((person) => ({ group, person })));

/** Whom J and K lead to, across the groups. */
export const rowBeside = (groups: readonly Group[], current: string, act: UpOrDown): string =>
  ledFrom(
    rowsOf(groups).map(({ person }) => person.memberId),
    current,
    act,
  );

export const rowOf = (groups: readonly Group[], memberId: string): Row | undefined =>
  rowsOf(groups).find(({ person }) => person.memberId === memberId);
