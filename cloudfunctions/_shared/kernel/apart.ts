/**
 * Work done for many items at once that one broken item does not stop: when the whole fails, each half is tried by
 * itself, and so on, until the item that breaks it is alone.
 */
export interface Apart<T, R> {
  readonly work: (some: readonly T[]) => Promise<R>;
  /** Whether this failure would meet every item, as when the database is away. Then it is thrown and nothing is halved. */
  readonly isForAll: (error: unknown) => boolean;
  /** What the broken item comes to. */
  readonly broken: (one: T, error: unknown) => Promise<R> | R;
}

/** One result for each part the work was done in: a single one where nothing breaks. Work may be repeated, so it must be safe to repeat. */
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
