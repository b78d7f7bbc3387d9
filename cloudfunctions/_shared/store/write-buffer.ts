import type { CollectionName } from './collections';
import type { LookUp, Store, Transaction } from './ports';
import type { RecordOf } from './records';
import { UnreadableRecord } from './records/unreadable';

export interface BufferedWrite {
  readonly collection: CollectionName;
  readonly id: string;
  /** None means removal. */
  readonly record: RecordOf<CollectionName> | undefined;
}

/** A record, that it cannot be read, or that there is none. */
type Seen<C extends CollectionName> = RecordOf<C> | UnreadableRecord | undefined;

interface Reads {
  /** Inside the transaction, one document after the other: its server allows no more. */
  readonly inside: <C extends CollectionName>(collection: C, id: string) => Promise<Seen<C>>;
  /** Beside it, as everybody sees them. */
  readonly beside: Store['lookUp'];
}

const orThrow = <C extends CollectionName>(seen: Seen<C>): RecordOf<C> | undefined => {
  if (seen instanceof UnreadableRecord) throw seen;
  return seen;
};

/**
 * A transaction that keeps its writes until the work has decided, and reads through them. What it has read once it reads
 * the same again: two looks of one decision must not differ.
 */
export const bufferWrites = ({
  inside,
  beside,
}: Reads): { tx: Transaction; writes(): readonly BufferedWrite[] } => {
  const writes = new Map<string, BufferedWrite>();
  const seen = new Map<string, Seen<CollectionName>>();
  const keyOf = (collection: CollectionName, id: string): string => `${collection}/${id}`;
  const write = (one: BufferedWrite): void => {
    const key = keyOf(one.collection, one.id);
    // Nothing is written over what nobody can read.
    orThrow(seen.get(key));
    writes.set(key, one);
  };
  // The first document read inside fixes the state of the database the transaction's writes are compared with.
  let isFixed = false;
  let fixing: Promise<unknown> | undefined;
  let latest: Promise<unknown> = Promise.resolve();
  const readInside = <C extends CollectionName>(collection: C, id: string): Promise<Seen<C>> => {
    const next = async () => {
      const record = await inside(collection, id);
      isFixed = true;
      seen.set(keyOf(collection, id), record);
      return record;
    };
    // What of one transaction runs side by side has no defined outcome.
    const reading = latest.then(next);
    latest = reading.catch(() => undefined);
    fixing ??= latest;
    return reading;
  };
  const isKnown = (key: string): boolean => writes.has(key) || seen.has(key);
  const known = <C extends CollectionName>(key: string): Seen<C> =>
    (writes.has(key) ? writes.get(key)?.record : seen.get(key)) as Seen<C>;
  const underWay = new Map<string, Promise<void>>();
  const readBeside = async <C extends CollectionName>(
    collection: C,
    ids: readonly string[],
  ): Promise<void> => {
    const { records, unreadable } = await beside(collection, ids);
    for (const id of ids) {
      const bad = unreadable.get(id);
      const record = bad ? new UnreadableRecord(bad) : records.find(({ _id }) => _id === id);
      seen.set(keyOf(collection, id), record);
    }
  };
  /** What is being read for one part of the work is not asked for again by another. */
  const readOnce = async (collection: CollectionName, ids: readonly string[]): Promise<void> => {
    const keys = ids.map((id) => keyOf(collection, id));
    const waiting = keys.flatMap((key) => underWay.get(key) ?? []);
    const unasked = ids.filter((id) => !underWay.has(keyOf(collection, id)));
    if (unasked.length > 0) {
      const reading = readBeside(collection, unasked);
      for (const id of unasked) underWay.set(keyOf(collection, id), reading);
      waiting.push(reading);
    }
    await Promise.all(waiting);
  };
  const readMany = async (collection: CollectionName, ids: readonly string[]): Promise<void> => {
    // Of several lists asked for at once only the first reads inside; the others wait for that one document.
    if (ids.length > 0 && !isFixed && fixing) await fixing;
    const [first, ...rest] = ids.filter((id) => !isKnown(keyOf(collection, id)));
    if (first === undefined) return;
    if (isFixed) return readOnce(collection, [first, ...rest]);
    await readInside(collection, first);
    return readMany(collection, rest);
  };
  const lookUp = async <C extends CollectionName>(
    collection: C,
    ids: readonly string[],
  ): Promise<LookUp<C>> => {
    const all = [...new Set(ids)];
    await readMany(collection, all);
    const found = all.map((id) => known<C>(keyOf(collection, id)));
    return {
      records: found.flatMap((one) => (one === undefined || one instanceof UnreadableRecord ? [] : [one])),
      unreadable: new Map(
        found.flatMap((one) => (one instanceof UnreadableRecord ? [[one.what.id, one.what]] : [])),
      ),
    };
  };
  const tx: Transaction = {
    get: async <C extends CollectionName>(collection: C, id: string) => {
      const key = keyOf(collection, id);
      return orThrow(isKnown(key) ? known<C>(key) : await readInside(collection, id));
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
