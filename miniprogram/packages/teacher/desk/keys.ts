/** Keys of the desk in a computer's window: one table for what they do and what the page says of them. */
import type { Key } from '../../../services/window';
import type { DecisionKey } from '../decision/decision-panel/decision-panel';

type Act = DecisionKey | 'find' | 'pick' | 'batch';

const ACTS: Readonly<Record<string, Act | undefined>> = {
  j: 'next',
  arrowdown: 'next',
  k: 'previous',
  arrowup: 'previous',
  a: 'approve',
  r: 'return',
  v: 'seen',
  z: 'zoom',
  '/': 'find',
  ' ': 'pick',
  'shift+a': 'batch',
};

export const actOf = ({ name, shift }: Key): Act | undefined => ACTS[shift ? `shift+${name}` : name];

/** Said once above what is open. */
export const KEY_WORDS: readonly { readonly key: string; readonly word: string }[] = [
  { key: 'J K', word: '上下一条' },
  { key: 'A', word: '批准' },
  { key: 'R', word: '退回' },
  { key: 'V', word: '在列表里看到了' },
  { key: 'Z', word: '放大' },
  { key: '空格', word: '勾选' },
  { key: '⇧A', word: '批准勾选的' },
  { key: '/', word: '找人' },
];

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
