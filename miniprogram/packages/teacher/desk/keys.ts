/** Keys of the desk in a computer's window. */
import { keyTable, UP_AND_DOWN } from '../../../loading/keys';
import type { DecisionKey } from '../decision/decision-panel/decision-panel';

type Act = DecisionKey | 'find' | 'pick' | 'batch';

export const DESK_KEYS = keyTable<Act>([
  { cap: 'J K', word: '上下一条', acts: UP_AND_DOWN },
  { cap: 'A', word: '批准', acts: { a: 'approve' } },
  { cap: 'R', word: '退回', acts: { r: 'return' } },
  { cap: 'V', word: '在列表里看到了', acts: { v: 'seen' } },
  { cap: 'Z', word: '放大', acts: { z: 'zoom' } },
  { cap: '空格', word: '勾选', acts: { ' ': 'pick' } },
  { cap: '⇧A', word: '批准勾选的', acts: { 'shift+a': 'batch' } },
  { cap: '/', word: '找人', acts: { '/': 'find' } },
]);

interface Host {
  selectComponent(selector: string): unknown;
}

const hears = (part: unknown): part is { onKey(key: DecisionKey): void } =>
  typeof part === 'object' && part !== null && 'onKey' in part && typeof part.onKey === 'function';

/** Hands a key to what is open; nothing happens when nothing is. */
export const pressKey = (page: Host, key: DecisionKey): void => {
  const part = page.selectComponent('#decision');
  if (hears(part)) part.onKey(key);
};
