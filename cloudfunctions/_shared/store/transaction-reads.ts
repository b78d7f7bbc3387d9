/** What a transaction has read: once read, a record stays the same for all of the work. */
import type { CollectionName } from './collections';
import type { Store } from './ports';
import type { RecordOf } from './records';
import { UnreadableRecord } from './records/unreadable';

/** A record, that it cannot be read, or that there is none. */
export type Seen<C extends CollectionName> = RecordOf<C> | UnreadableRecord | undefined;

export interface Sources {
  /** Inside the transaction, one document after the other: its server allows no more. */
  readonly inside: <C extends CollectionName>(collection: C, id: string) => Promise<Seen<C>>;
  /** Beside it, as everybody sees them. */
  readonly beside: Store['lookUp'];
}

type ReadIds = (collection: CollectionName, ids: readonly string[]) => Promise<void>;

export const keyOf = (collection: CollectionName, id: string): string => `${collection}/${id}`;

/** Runs one reading after the other, whatever becomes of them. */
const inTurn = (): (<T>(read: () => Promise<T>) => Promise<T>) => {
  let latest: Promise<unknown> = Promise.resolve();
  return (read) => {
    const reading = latest.then(read);
    latest = reading.catch(() => undefined);
    return reading;
  };
};

/** What is being read for one part of the work is not asked for again by another. */
const onceEach = (read: ReadIds): ReadIds => {
  const underWay = new Map<string, Promise<void>>();
  return async (collection, ids) => {
    const unasked = ids.filter((id) => !underWay.has(keyOf(collection, id)));
    if (unasked.length > 0) {
      const reading = read(collection, unasked);
      for (const id of unasked) underWay.set(keyOf(collection, id), reading);
    }
    await Promise.all(ids.map((id) => underWay.get(keyOf(collection, id))));
  };
};

const readBeside =
  (beside: Store['lookUp'], seen: Map<string, Seen<CollectionName>>): ReadIds =>
  async (collection, ids) => {
    const { records, unreadable } = await beside(collection, ids);
    for (const id of ids) {
      const bad = unreadable.get(id);
      const record = bad ? new UnreadableRecord(bad) : records.find(({ _id }) => _id === id);
      seen.set(keyOf(collection, id), record);
    }
  };

/**
 * The first document is read inside the transaction and fixes the state its writes are compared with; all others are
 * read beside it, many in one request.
 * @param isWritten what the transaction will write need not be read
 */
export const createTransactionReads = ({ inside, beside }: Sources, isWritten: (key: string) => boolean) => {
  const seen = new Map<string, Seen<CollectionName>>();
  const queue = inTurn();
  const readOnce = onceEach(readBeside(beside, seen));
  let isFixed = false;
  let fixing: Promise<unknown> | undefined;

  const readInside = <C extends CollectionName>(collection: C, id: string): Promise<Seen<C>> => {
    const reading = queue(async () => {
      const record = await inside(collection, id);
      isFixed = true;
      seen.set(keyOf(collection, id), record);
      return record;
    });
    fixing ??= reading.catch(() => undefined);
    return reading;
  };

  const readMany: ReadIds = async (collection, ids) => {
    // Of several lists asked for at once only the first reads inside; the others wait for that one document.
    if (ids.length > 0 && !isFixed && fixing) await fixing;
    const isUnknown = (key: string): boolean => !isWritten(key) && !seen.has(key);
    const [first, ...rest] = ids.filter((id) => isUnknown(keyOf(collection, id)));
    if (first === undefined) return;
    if (isFixed) return readOnce(collection, [first, ...rest]);
    await readInside(collection, first);
    return readMany(collection, rest);
  };

  return { seen, readInside, readMany };
};
