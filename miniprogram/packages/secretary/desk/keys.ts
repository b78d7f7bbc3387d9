/** Keys of the secretary's desk in a computer's window. */
import { keyTable, UP_AND_DOWN, type UpOrDown } from '../../../loading/keys';
import type { PersonKey } from '../people/person-panel/page';

const LED = { cap: 'J K', word: '上下一位', acts: UP_AND_DOWN };

/** Whose code is filled in: nothing is decided here. */
export const CODE_KEYS = keyTable<UpOrDown | PersonKey>([LED]);
export const BRANCH_KEYS = keyTable<UpOrDown | PersonKey>([
  LED,
  { cap: 'A', word: '批准', acts: { a: 'approve' } },
  { cap: 'R', word: '退回', acts: { r: 'return' } },
]);
