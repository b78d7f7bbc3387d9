/** The last short message: a page that comes up while it is still to be read shows the rest of it. */

/** Long enough for two lines, ms. */
const READING_MS = 2500;

interface Said {
  readonly words: string;
  /** Epoch ms by the phone's clock. */
  readonly until: number;
}

let last: Said = { words: '', until: 0 };

export const keepSaid = (words: string): void => {
  last = { words, until: Date.now() + READING_MS };
};

/** What is still to be read, and for how long, ms; null when nothing is. */
export const stillSaid = (): { readonly words: string; readonly ms: number } | null => {
  const ms = last.until - Date.now();
  return ms > 0 ? { words: last.words, ms } : null;
};
