import type { CollectionName } from './collections';
import type { Transaction } from './ports';
import type { Notice, RecordOf } from './records';

export interface BufferedWrite {
  readonly collection: CollectionName;
  readonly id: string;
  /** None means removal. */
  readonly record: RecordOf<CollectionName> | undefined;
  /** `append` and `cancel` may wait until the transaction is over. */
  readonly how: 'put' | 'append' | 'cancel';
}

interface Reads {
  /** Inside the transaction, one document after the other: its server allows no more. */
  readonly inside: Transaction['get'];
  /** Beside it, as everybody sees them. */
  readonly beside: Transaction['getMany'];
}

/**
 * A transaction that keeps its writes until the work has decided, and reads through them. What it has read once it reads
 * the same again: two looks of one decision must not differ.
 */
export const bufferWrites = ({
  inside,
  beside,
}: Reads): { tx: Transaction; writes(): readonly BufferedWrite[] } => {
  const writes = new Map<string, BufferedWrite>();
  const seen = new Map<string, RecordOf<CollectionName> | undefined>();
  const keyOf = (collection: CollectionName, id: string): string => `${collection}/${id}`;
  const write = (one: BufferedWrite): void => {
    const key = keyOf(one.collection, one.id);
    const earlier = writes.get(key);
    // Of what the transaction has written otherwise before, nothing can wait until it is over.
    writes.set(key, earlier && earlier.how !== one.how ? { ...one, how: 'put' } : one);
  };
  // The first document read inside fixes the state of the database the transaction's writes are compared with.
  let isFixed = false;
  let latest: Promise<unknown> = Promise.resolve();
  const readInside = <C extends CollectionName>(collection: C, id: string) => {
    const next = async () => {
      const record = await inside(collection, id);
      isFixed = true;
      seen.set(keyOf(collection, id), record);
      return record;
    };
    // What of one transaction runs side by side has no defined outcome.
    const reading = latest.then(next);
    latest = reading.catch(() => undefined);
    return reading;
  };
  const readMany = async <C extends CollectionName>(
    collection: C,
    ids: readonly string[],
  ): Promise<RecordOf<C>[]> => {
    const [first, ...rest] = ids;
    if (first === undefined) return [];
    if (!isFixed) {
      const one = await readInside(collection, first);
      return [...(one ? [one] : []), ...(rest.length > 0 ? await readMany(collection, rest) : [])];
    }
    const found = await beside(collection, ids);
    for (const id of ids)
      seen.set(
        keyOf(collection, id),
        found.find(({ _id }) => _id === id),
      );
    return found;
  };
  const isKnown = (key: string): boolean => writes.has(key) || seen.has(key);
  const known = <C extends CollectionName>(key: string): RecordOf<C> | undefined =>
    (writes.has(key) ? writes.get(key)?.record : seen.get(key)) as RecordOf<C> | undefined;
  const tx: Transaction = {
    get: async <C extends CollectionName>(collection: C, id: string) => {
      const key = keyOf(collection, id);
      return isKnown(key) ? known<C>(key) : readInside(collection, id);
    },
    getMany: async <C extends CollectionName>(collection: C, ids: readonly string[]) => {
      const keys = [...new Set(ids)].map((id) => keyOf(collection, id));
      const others = [...new Set(ids)].filter((id) => !isKnown(keyOf(collection, id)));
      const kept = keys.flatMap((key) => known<C>(key) ?? []);
      return [...kept, ...(await readMany(collection, others))];
    },
    put: (collection, record) => write({ collection, id: record._id, record, how: 'put' }),
    remove: (collection, id) => write({ collection, id, record: undefined, how: 'put' }),
    append: (collection, record) => write({ collection, id: record._id, record, how: 'append' }),
    cancel: (notice, at) => {
      const record: Notice = { ...notice, status: 'cancelled', readAt: at, settledAt: at };
      write({ collection: 'notices', id: notice._id, record, how: 'cancel' });
    },
  };
  return { tx, writes: () => [...writes.values()] };
};
