import type { CollectionName } from './collections';
import type { Transaction } from './ports';
import type { RecordOf } from './records';

export interface BufferedWrite {
  readonly collection: CollectionName;
  readonly id: string;
  /** None means removal. */
  readonly record: RecordOf<CollectionName> | undefined;
}

type Read = <C extends CollectionName>(collection: C, id: string) => Promise<RecordOf<C> | undefined>;

/** A transaction that keeps its writes until the work has decided, and reads through them. */
export const bufferWrites = (read: Read): { tx: Transaction; writes(): readonly BufferedWrite[] } => {
  const writes = new Map<string, BufferedWrite>();
  const keyOf = (collection: CollectionName, id: string): string => `${collection}/${id}`;
  const tx: Transaction = {
    get: async <C extends CollectionName>(collection: C, id: string) => {
      const own = writes.get(keyOf(collection, id));
      return own ? (own.record as RecordOf<C> | undefined) : read(collection, id);
    },
    put: (collection, record) => {
      writes.set(keyOf(collection, record._id), { collection, id: record._id, record });
    },
    remove: (collection, id) => {
      writes.set(keyOf(collection, id), { collection, id, record: undefined });
    },
  };
  return { tx, writes: () => [...writes.values()] };
};
