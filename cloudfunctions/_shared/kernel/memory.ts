/**
 * What an instance has read within the last minute and shows again without asking: the season, names of a branch or
 * college. Nothing is decided by it: whatever is written reads for itself.
 */
import type { Clock } from './ports';

export interface Memory {
  /** What `read` resolved to at most a minute ago, by its key. A read that failed is not remembered. */
  recall<T>(key: string, read: () => Promise<T>): Promise<T>;
}

const REMEMBERED_MS = 60_000;
/** Then all of it is read anew: an instance serves a few branches, not thousands. */
const MOST = 500;

export const createMemory = ({ now }: Clock): Memory => {
  const held = new Map<string, { readonly at: number; readonly reading: Promise<unknown> }>();
  return {
    recall: <T>(key: string, read: () => Promise<T>): Promise<T> => {
      const known = held.get(key);
      // One key always stands for one kind of record.
      if (known && Math.abs(now() - known.at) < REMEMBERED_MS) return known.reading as Promise<T>;
      if (held.size >= MOST) held.clear();
      const reading = read();
      held.set(key, { at: now(), reading });
      reading.catch(() => held.delete(key));
      return reading;
    },
  };
};
