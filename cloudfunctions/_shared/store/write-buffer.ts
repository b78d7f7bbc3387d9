import type { CollectionName } from './collections';
import type { LookUp, Transaction } from './ports';
import type { RecordOf } from './records';
import { UnreadableRecord } from './records/unreadable';
import { createTransactionReads, keyOf, type Seen, type Sources } from './transaction-reads';

export interface BufferedWrite {
  readonly collection: CollectionName;
  readonly id: string;
  /** None means removal. */
  readonly record: RecordOf<CollectionName> | undefined;
}

const orThrow = <C extends CollectionName>(seen: Seen<C>): RecordOf<C> | undefined => {
  if (seen instanceof UnreadableRecord) throw seen;
  return seen;
};

const sortedOut = <C extends CollectionName>(found: readonly Seen<C>[]): LookUp<C> => ({
  records: found.flatMap((one) => (one === undefined || one instanceof UnreadableRecord ? [] : [one])),
  unreadable: new Map(
    found.flatMap((one) => (one instanceof UnreadableRecord ? [[one.what.id, one.what]] : [])),
  ),
});

/**
 * A transaction that keeps its writes until the work has decided, and reads through them. What it has read once it reads
 * the same again: two looks of one decision must not differ.
 */
export const bufferWrites = (sources: Sources): { tx: Transaction; writes(): readonly BufferedWrite[] } => {
  const writes = new Map<string, BufferedWrite>();
  const { seen, readInside, readMany } = createTransactionReads(sources, (key) => writes.has(key));
  const write = (one: BufferedWrite): void => {
    const key = keyOf(one.collection, one.id);
    // Nothing is written over what nobody can read.
    orThrow(seen.get(key));
    writes.set(key, one);
  };
  const known = <C extends CollectionName>(key: string): Seen<C> =>
    (writes.has(key) ? writes.get(key)?.record : seen.get(key)) as Seen<C>;
  const lookUp = async <C extends CollectionName>(
    collection: C,
    ids: readonly string[],
  ): Promise<LookUp<C>> => {
    const all = [...new Set(ids)];
    await readMany(collection, all);
    return sortedOut(all.map((id) => known<C>(keyOf(collection, id))));
  };
  const tx: Transaction = {
    get: async <C extends CollectionName>(collection: C, id: string) => {
      const key = keyOf(collection, id);
      const isKnown = writes.has(key) || seen.has(key);
      return orThrow(isKnown ? known<C>(key) : await readInside(collection, id));
    },
    getMany: async (collection, ids) => {
      const { records, unreadable } = await lookUp(collection, ids);
      for (const one of unreadable.values()) throw new UnreadableRecord(one);
      return [...records];
    },
    lookUp,
    put: (collection, record) => write({ collection, id: record._id, record }),
    remove: (collection, id) => write({ collection, id, record: undefined }),
  };
  return { tx, writes: () => [...writes.values()] };
};
