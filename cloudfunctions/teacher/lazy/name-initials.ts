/** Pinyin of names. Its dictionary is heavy: built as a file of its own and loaded at the first search. */
import { pinyin } from 'pinyin-pro';

/** First letters of a name's syllables, in lower case; surnames with a sound of their own are known (单 is s, 曾 is z). */
export const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head', v: true })
    .join('')
    .toLowerCase();
