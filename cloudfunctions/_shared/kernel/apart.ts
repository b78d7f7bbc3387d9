/**
 * Work that is done for many at once, and yet for each as if it were alone: one that a fault of ours cannot deal with is
 * found by halving, and the others go on without it.
 */
export interface Apart<T, R> {
  readonly work: (some: readonly T[]) => Promise<R>;
  /** Whether the work has failed for all alike, as when the database is away: then it is thrown. */
  readonly isForAll: (error: unknown) => boolean;
  /** What becomes of the one that breaks. */
  readonly broken: (one: T, error: unknown) => Promise<R> | R;
}

/** Results of the parts the work was done in: one where nothing breaks. The work must bear being done again. */
export const apart = async <T, R>(items: readonly T[], how: Apart<T, R>): Promise<R[]> => {
  try {
    return [await how.work(items)];
  } catch (error) {
    const [first] = items;
    if (how.isForAll(error) || first === undefined) throw error;
    if (items.length === 1) return [await how.broken(first, error)];
    const half = Math.ceil(items.length / 2);
    return [...(await apart(items.slice(0, half), how)), ...(await apart(items.slice(half), how))];
  }
};
