/** Keys of a page in a computer's window: one row says what they are called, what they do and what the page says of it. */
import type { Key } from '../services/window';

export interface KeyRow<Act extends string> {
  /** As it stands on the page, e.g. `J K`. */
  readonly cap: string;
  readonly word: string;
  /** What each of them does, by its name in lower case; `shift+a` where shift is held. */
  readonly acts: Readonly<Record<string, Act>>;
}

/** Said once above what is open. */
export type KeyWords = readonly Pick<KeyRow<string>, 'cap' | 'word'>[];

/** The same two letters and arrows lead up and down on every page. */
export const UP_AND_DOWN = { j: 'next', arrowdown: 'next', k: 'previous', arrowup: 'previous' } as const;
export type UpOrDown = (typeof UP_AND_DOWN)[keyof typeof UP_AND_DOWN];

export const keyTable = <Act extends string>(rows: readonly KeyRow<Act>[]) => {
  const acts = new Map(rows.flatMap((row) => Object.entries<Act>(row.acts)));
  const words: KeyWords = rows.map(({ cap, word }) => ({ cap, word }));
  const actOf = ({ name, shift }: Key): Act | undefined => acts.get(shift ? `shift+${name}` : name);
  return { words, actOf };
};

/** Whom `next` and `previous` lead to: the first or the last one stays. Empty where nobody is listed. */
export const ledFrom = (ids: readonly string[], current: string, act: UpOrDown): string => {
  const at = ids.indexOf(current);
  return (at < 0 ? ids[0] : (ids[at + (act === 'next' ? 1 : -1)] ?? current)) ?? '';
};
