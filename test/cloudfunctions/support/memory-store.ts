/** The store in memory: snapshot isolation, first committer wins, and no query without an index. */
import { COLLECTIONS, type CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import type { Sums } from '../../../cloudfunctions/_shared/store/additions';
import type { Condition, Query, Store } from '../../../cloudfunctions/_shared/store/ports';
import type { Ports } from '../../../cloudfunctions/_shared/platform/ports';
import { tryRecord, type RecordOf } from '../../../cloudfunctions/_shared/store/records';
import { UnreadableRecord, type Unreadable } from '../../../cloudfunctions/_shared/store/records/unreadable';
import { latestVersionOf } from '../../../cloudfunctions/_shared/store/records/upgrade';
import { createSetAside } from '../../../cloudfunctions/_shared/store/set-aside';
import { lowerWake, wakingOf } from '../../../cloudfunctions/_shared/store/wake';
import { bufferWrites } from '../../../cloudfunctions/_shared/store/write-buffer';
import { fail } from '../../../miniprogram/domain/errors';
import { badNamesIn } from '../../../tools/admin/field-names';
import { frozen, frozenCopy } from './frozen';
import { flat, openShelves, type Shelves } from './shelves';

export type Document = Readonly<Record<string, unknown>> & { readonly _id: string };
type AnyQuery = Pick<Query<CollectionName>, 'orderBy'> & {
  readonly where: Readonly<Record<string, Condition | undefined>>;
};

const isRange = (condition: Condition | undefined): condition is Condition & object =>
  typeof condition === 'object' && condition !== null;

const matches = (value: unknown, condition: Condition): boolean => {
  // As in the database, what is missing is nothing.
  if (!isRange(condition)) return (value ?? null) === condition;
  if ('in' in condition) return condition.in.includes(String(value));
  const [bound] = Object.values(condition) as [number | string];
  if (typeof value !== typeof bound) return false;
  if (typeof value === 'string') {
    if ('lte' in condition) return value <= bound;
    return 'lt' in condition ? value < bound : value > bound;
  }
  if (typeof value !== 'number') return false;
  if ('lte' in condition) return value <= Number(condition.lte);
  if ('lt' in condition) return value < Number(condition.lt);
  return 'gt' in condition ? value > Number(condition.gt) : value >= condition.gte;
};

/**
 * The equalities must lead into an index, and what is sorted by must follow them in it. A list of values is several
 * equalities where something is sorted by: what each finds is merged.
 */
const isIndexed = (collection: CollectionName, { where, orderBy }: AnyQuery): boolean => {
  const asked = Object.keys(where).filter((field) => where[field] !== undefined);
  const isList = (condition: Condition | undefined): boolean => isRange(condition) && 'in' in condition;
  const equal = asked.filter(
    (field) => !isRange(where[field]) || (orderBy !== undefined && isList(where[field])),
  );
  const next = orderBy?.[0] ?? asked.find((field) => isRange(where[field]));
  const indexes = COLLECTIONS.find(({ name }) => name === collection)?.indexes ?? [];
  return indexes.some(({ keys }) => {
    const fields = keys.map(({ name }) => name);
    const led = fields.findIndex((field) => !equal.includes(field));
    const prefix = led === -1 ? fields.length : led;
    if (next === undefined) return prefix > 0;
    return fields[prefix] === next && (prefix > 0 || equal.length === 0);
  });
};

const compare = (a: unknown, b: unknown): number => (a === b ? 0 : (a as number) < (b as number) ? -1 : 1);

/** The value at a path such as `credits`, `task`. */
const at = (document: unknown, path: readonly string[]): unknown =>
  path.reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);

/** Conditions by path, taken apart once for all documents; as in the database, one left undefined asks for nothing. */
const meeting = (where: AnyQuery['where']): ((document: Document) => boolean) => {
  const conditions = Object.entries(where).flatMap(([path, condition]) =>
    condition === undefined ? [] : [{ path: path.split('.'), condition }],
  );
  return (document) => conditions.every(({ path, condition }) => matches(at(document, path), condition));
};

type Fields = Readonly<Record<string, unknown>>;

const withAdded = (fields: Fields, [key = '', ...inside]: readonly string[], amount: number): Fields => {
  const value = fields[key];
  const more = inside.length > 0 ? withAdded(value as Fields, inside, amount) : Number(value) + amount;
  return { ...fields, [key]: more };
};

const withAll = (fields: Fields, amounts: Sums): Fields =>
  Object.entries(amounts).reduce((all, [path, by = 0]) => withAdded(all, path.split('.'), by), fields);

export interface MemoryStore extends Store {
  /** All records of a collection, for assertions. */
  all<C extends CollectionName>(collection: C): RecordOf<C>[];
  /** Every document of a collection as it is stored. */
  documents(collection: CollectionName): Document[];
  /** One of them. */
  document(collection: CollectionName, id: string): Document | undefined;
  /** All of them, by `collection/id`. */
  raw(): ReadonlyMap<string, Document>;
  /** Stores a document as it is, whatever it holds. */
  plant(collection: CollectionName, document: Document): void;
  /** Everything stored but when the timer looks next, as one text. */
  text(): string;
  /** What is stored now, for another store to begin with. */
  state(): Shelves<Document>;
  beginWith(state: Shelves<Document>): void;
  /** Remembers the present state; the returned function goes back to it. */
  snapshot(): () => void;
  /** Runs of transactions that lost against another. */
  conflicts(): number;
  /** The collections that anybody read or wrote since this was asked last. */
  takeVisited(): ReadonlySet<CollectionName>;
}

type Reading<C extends CollectionName> = ReturnType<typeof tryRecord<C>>;

/** By document: the same one is read again and again, before and after every snapshot. */
const readings = new WeakMap<Document, Reading<CollectionName>>();

/** As every read of the database, but of each document once. Whoever changed what it gives out would be stopped. */
const readingOf = <C extends CollectionName>(collection: C, document: Document): Reading<C> => {
  const known = readings.get(document) ?? frozen(tryRecord(collection, document));
  readings.set(document, known);
  return known as Reading<C>;
};

const shelfTexts = new WeakMap<ReadonlyMap<string, Document>, string>();
const texts = new WeakMap<Shelves<Document>, string>();

const textOfShelf = (shelf: ReadonlyMap<string, Document>): string => {
  const known =
    shelfTexts.get(shelf) ?? JSON.stringify([...shelf].sort(([one], [other]) => (one < other ? -1 : 1)));
  shelfTexts.set(shelf, known);
  return known;
};

/** A remembered shelf stays as it is: whoever asks again, before and after each call, need not wait for it again. */
const textOf = (shelves: Shelves<Document>): string => {
  const told = COLLECTIONS.filter(({ name }) => name !== 'wake');
  const known =
    texts.get(shelves) ?? told.map(({ name }) => `${name} ${textOfShelf(shelves[name])}`).join('\n');
  texts.set(shelves, known);
  return known;
};

/** @param now epoch milliseconds */
export const createMemoryStore = (now: () => number, log: Ports['log'] = () => undefined): MemoryStore => {
  const shelves = openShelves<Document>();
  let conflicts = 0;
  const setAside = createSetAside(() => store, { now, log });
  const one = async <C extends CollectionName>(
    collection: C,
    document: Document,
  ): Promise<RecordOf<C> | UnreadableRecord> => {
    const reading = readingOf(collection, document);
    if (!reading.unreadable) return reading.record;
    await setAside([reading.unreadable]);
    return new UnreadableRecord(reading.unreadable);
  };
  const sortOut = async <C extends CollectionName>(collection: C, found: readonly Document[]) => {
    const all = found.map((document) => readingOf(collection, document));
    const unreadable = all.flatMap((reading): Unreadable[] =>
      reading.unreadable ? [reading.unreadable] : [],
    );
    if (unreadable.length > 0) await setAside(unreadable);
    const records = all.flatMap((reading): RecordOf<C>[] => (reading.unreadable ? [] : [reading.record]));
    return { records, unreadable };
  };
  const allOf = (collection: CollectionName): Document[] => [...shelves.on(collection).values()];
  const among = (collection: CollectionName, ids: readonly string[]): Document[] => {
    const [id] = ids;
    const only = id !== undefined && ids.length === 1 && shelves.on(collection).get(id);
    if (only) return [only];
    const wanted = new Set(ids);
    return allOf(collection).filter(({ _id }) => wanted.has(_id));
  };
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

  const select = async (collection: CollectionName, query: AnyQuery): Promise<Document[]> => {
    await pause();
    if (!isIndexed(collection, query)) throw new Error(`no index for ${collection} ${JSON.stringify(query)}`);
    const found = allOf(collection).filter(meeting(query.where));
    const [field, direction] = query.orderBy ?? [];
    if (!field) return found;
    const sign = direction === 'desc' ? -1 : 1;
    return found.sort((a, b) => sign * compare(a[field], b[field]));
  };

  const lookUp: Store['lookUp'] = async (collection, ids) => {
    await pause();
    const { records, unreadable } = await sortOut(collection, among(collection, ids));
    return { records, unreadable: new Map(unreadable.map((bad) => [bad.id, bad])) };
  };

  /** As the database, it takes no field whose name the platform does not allow. */
  const write = (collection: CollectionName, record: { readonly _id: string }): void => {
    const [bad] = badNamesIn(record);
    if (bad !== undefined) throw new Error(`${collection}: a field must not be called ${bad}`);
    shelves.toWrite(collection).set(record._id, frozenCopy(record as Document));
  };

  const runOnce = async (work: Parameters<Store['transact']>[0]) => {
    // As in the database, the first document read inside fixes the state.
    let snapshot: Shelves<Document> | undefined;
    const buffer = bufferWrites({
      inside: async (collection, id) => {
        snapshot ??= shelves.remember();
        await pause();
        const document = shelves.onceOn(collection, snapshot).get(id);
        return document && one(collection, document);
      },
      beside: lookUp,
    });
    const result = await work(buffer.tx);
    if (!result.ok) return result;
    const writes = buffer.writes();
    const waking = wakingOf(writes, now());
    if (waking) await lowerWake(store, waking);
    const seen = snapshot ?? shelves.remember();
    const isConflict = writes.some(
      ({ collection, id }) => shelves.on(collection).get(id) !== seen[collection].get(id),
    );
    if (isConflict) return 'conflict' as const;
    for (const { collection, id, record } of writes) {
      if (record) write(collection, record);
      else shelves.toWrite(collection).delete(id);
    }
    return result;
  };

  const store: MemoryStore = {
    get: async (collection, id) => {
      await pause();
      const document = shelves.on(collection).get(id);
      const record = document && (await one(collection, document));
      if (record instanceof UnreadableRecord) throw record;
      return record;
    },
    getMany: async (collection, ids) => [...(await lookUp(collection, ids)).records],
    lookUp,
    lookFor: async (collection, query) => {
      const found = await select(collection, query as AnyQuery);
      const { records, unreadable } = await sortOut(collection, found.slice(0, query.limit));
      return { records, unreadable: new Map(unreadable.map((bad) => [bad.id, bad])) };
    },
    find: async (collection, query) => {
      const found = await select(collection, query as AnyQuery);
      const { records, unreadable } = await sortOut(collection, found.slice(0, query.limit));
      const [bad] = unreadable;
      if (!bad) return records;
      if (query.strict) throw new UnreadableRecord(bad);
      return (await sortOut(collection, found)).records.slice(0, query.limit);
    },
    setAside,
    findIds: async (collection, query) =>
      (await select(collection, query as AnyQuery)).slice(0, query.limit).map(({ _id }) => _id),
    insertMissing: async (collection, records) => {
      await pause();
      // In one request the database would refuse all of it, again and again.
      if (new Set(records.map(({ _id }) => _id)).size < records.length)
        throw new Error(`one id twice among new ${collection}`);
      const there: string[] = [];
      for (const record of records) {
        if (shelves.on(collection).has(record._id)) there.push(record._id);
        else write(collection, record);
      }
      return there;
    },
    count: async (collection, where) => (await select(collection, { where } as AnyQuery)).length,
    transact: async (work) => {
      for (let run = 0; run < 20; run += 1) {
        const result = await runOnce(work);
        if (result !== 'conflict') return result as Awaited<ReturnType<typeof work>>;
        conflicts += 1;
      }
      return fail('BUSY');
    },
    changeAll: async (collection, target, { set, add }) => {
      await pause();
      const known = { recordVersion: { lte: latestVersionOf(collection) } };
      const hits = among(collection, target._id.in).filter(meeting({ ...known, ...target }));
      for (const hit of hits) {
        write(collection, { ...withAll(hit, add ?? {}), ...set, _id: hit._id });
      }
      return hits.length;
    },
    removeAll: async (collection, ids) => {
      await pause();
      for (const id of ids) shelves.toWrite(collection).delete(id);
    },
    all: (collection) =>
      allOf(collection).flatMap((document) => {
        const reading = readingOf(collection, document);
        return reading.unreadable ? [] : [reading.record];
      }),
    documents: allOf,
    document: (collection, id) => shelves.on(collection).get(id),
    raw: () => flat(shelves.remember()),
    plant: (collection, document) => void shelves.toWrite(collection).set(document._id, frozenCopy(document)),
    text: () => textOf(shelves.remember()),
    state: () => shelves.remember(),
    beginWith: (state) => shelves.goBackTo(state),
    snapshot: () => {
      const then = shelves.remember();
      return () => shelves.goBackTo(then);
    },
    conflicts: () => conflicts,
    takeVisited: () => shelves.takeVisited(),
  };
  return store;
};
