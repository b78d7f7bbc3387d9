/** The store in memory: snapshot isolation, first committer wins, and no query without an index. */
import { COLLECTIONS, type CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import type { Condition, Query, Store } from '../../../cloudfunctions/_shared/store/ports';
import type { Ports } from '../../../cloudfunctions/_shared/platform/ports';
import { tryRecord, type RecordOf } from '../../../cloudfunctions/_shared/store/records';
import { UnreadableRecord, type Unreadable } from '../../../cloudfunctions/_shared/store/records/unreadable';
import { latestVersionOf } from '../../../cloudfunctions/_shared/store/records/upgrade';
import { finishOwn, intoJournal } from '../../../cloudfunctions/_shared/store/journal';
import { createSetAside } from '../../../cloudfunctions/_shared/store/set-aside';
import { lowerWake, wakingOf } from '../../../cloudfunctions/_shared/store/wake';
import { bufferWrites } from '../../../cloudfunctions/_shared/store/write-buffer';
import { fail } from '../../../miniprogram/domain/errors';
import { badNamesIn } from '../../../tools/admin/field-names';

export type Document = Readonly<Record<string, unknown>> & { readonly _id: string };
type AnyQuery = Pick<Query<CollectionName>, 'orderBy'> & {
  readonly where: Readonly<Record<string, Condition | undefined>>;
};

const isRange = (condition: Condition | undefined): condition is Condition & object =>
  typeof condition === 'object' && condition !== null;

const matches = (value: unknown, condition: Condition | undefined): boolean => {
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

/** The equalities must lead into an index, and what is sorted by must follow them in it. */
const isIndexed = (collection: CollectionName, { where, orderBy }: AnyQuery): boolean => {
  const equal = Object.keys(where).filter((field) => !isRange(where[field]));
  const next = orderBy?.[0] ?? Object.keys(where).find((field) => isRange(where[field]));
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

/** The value at a path such as `credits.task`. */
const at = (document: unknown, path: string): unknown =>
  path.split('.').reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);

const withAdded = (document: Document, path: string, amount: number): Document => {
  const copy = structuredClone(document) as Record<string, unknown> & { _id: string };
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const owner = keys.reduce(
    (value, key) => value[key] as Record<string, unknown>,
    copy as Record<string, unknown>,
  );
  owner[last] = Number(owner[last]) + amount;
  return copy;
};

export interface MemoryStore extends Store {
  /** All records of a collection, for assertions. */
  all<C extends CollectionName>(collection: C): RecordOf<C>[];
  /** Every document as it is stored, by `collection/id`. */
  raw(): ReadonlyMap<string, Document>;
  /** Stores a document as it is, whatever it holds. */
  plant(collection: CollectionName, document: Document): void;
  /** Everything stored but when the timer looks next, as one text. */
  text(): string;
  /** Remembers the present state; the returned function goes back to it. */
  snapshot(): () => void;
  /** Runs of transactions that lost against another. */
  conflicts(): number;
}

/** @param now epoch milliseconds */
export const createMemoryStore = (now: () => number, log: Ports['log'] = () => undefined): MemoryStore => {
  const documents = new Map<string, Document>();
  let conflicts = 0;
  let entries = 0;
  const keyOf = (collection: CollectionName, id: string): string => `${collection}/${id}`;
  const setAside = createSetAside(() => store, { now, log });
  const one = async <C extends CollectionName>(
    collection: C,
    document: Document,
  ): Promise<RecordOf<C> | UnreadableRecord> => {
    const reading = tryRecord(collection, structuredClone(document));
    if (!reading.unreadable) return reading.record;
    await setAside([reading.unreadable]);
    return new UnreadableRecord(reading.unreadable);
  };
  const sortOut = async <C extends CollectionName>(collection: C, found: readonly Document[]) => {
    const readings = found.map((document) => tryRecord(collection, structuredClone(document)));
    const unreadable = readings.flatMap((reading): Unreadable[] =>
      reading.unreadable ? [reading.unreadable] : [],
    );
    if (unreadable.length > 0) await setAside(unreadable);
    const records = readings.flatMap((reading): RecordOf<C>[] =>
      reading.unreadable ? [] : [reading.record],
    );
    return { records, unreadable };
  };
  const allOf = (collection: CollectionName): Document[] =>
    [...documents].filter(([key]) => key.startsWith(`${collection}/`)).map(([, document]) => document);
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

  const select = async (collection: CollectionName, query: AnyQuery): Promise<Document[]> => {
    await pause();
    if (!isIndexed(collection, query)) throw new Error(`no index for ${collection} ${JSON.stringify(query)}`);
    const found = allOf(collection).filter((document) =>
      Object.entries(query.where).every(([field, condition]) => matches(at(document, field), condition)),
    );
    const [field, direction] = query.orderBy ?? [];
    if (!field) return found;
    const sign = direction === 'desc' ? -1 : 1;
    return found.sort((a, b) => sign * compare(a[field], b[field]));
  };

  const lookUp: Store['lookUp'] = async (collection, ids) => {
    await pause();
    const found = allOf(collection).filter(({ _id }) => ids.includes(_id));
    const { records, unreadable } = await sortOut(collection, found);
    return { records, unreadable: new Map(unreadable.map((bad) => [bad.id, bad])) };
  };

  /** As the database, it takes no field whose name the platform does not allow. */
  const write = (collection: CollectionName, record: { readonly _id: string }): void => {
    const [bad] = badNamesIn(record);
    if (bad !== undefined) throw new Error(`${collection}: a field must not be called ${bad}`);
    documents.set(keyOf(collection, record._id), structuredClone(record) as Document);
  };

  const runOnce = async (work: Parameters<Store['transact']>[0]) => {
    // As in the database, the first document read inside fixes the state.
    let snapshot: ReadonlyMap<string, Document> | undefined;
    const buffer = bufferWrites({
      inside: async (collection, id) => {
        snapshot ??= new Map(documents);
        await pause();
        const document = snapshot.get(keyOf(collection, id));
        return document && one(collection, document);
      },
      beside: lookUp,
    });
    const result = await work(buffer.tx);
    if (!result.ok) return result;
    const writes = intoJournal(buffer.writes(), { id: `j-${(entries += 1)}`, at: now() });
    const waking = wakingOf(writes.inside, now());
    if (waking) await lowerWake(store, waking);
    const seen = snapshot ?? documents;
    const isConflict = writes.inside
      .map(({ collection, id }) => keyOf(collection, id))
      .some((key) => documents.get(key) !== seen.get(key));
    if (isConflict) return 'conflict' as const;
    for (const { collection, id, record } of writes.inside) {
      if (record) write(collection, record);
      else documents.delete(keyOf(collection, id));
    }
    await finishOwn(store, writes);
    return result;
  };

  const store: MemoryStore = {
    get: async (collection, id) => {
      await pause();
      const document = documents.get(keyOf(collection, id));
      const record = document && (await one(collection, document));
      if (record instanceof UnreadableRecord) throw record;
      return record;
    },
    getMany: async (collection, ids) => [...(await lookUp(collection, ids)).records],
    lookUp,
    find: async (collection, query) => {
      const found = await select(collection, query as AnyQuery);
      const { unreadable } = await sortOut(collection, found.slice(0, query.limit));
      const [bad] = unreadable;
      if (bad && query.strict) throw new UnreadableRecord(bad);
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
        const key = keyOf(collection, record._id);
        if (documents.has(key)) there.push(record._id);
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
      const hits = allOf(collection).filter((document) =>
        Object.entries({ ...known, ...target }).every(([path, condition]) =>
          matches(at(document, path), condition),
        ),
      );
      for (const hit of hits) {
        const amounts = Object.entries(add ?? {}) as [string, number][];
        const changed = amounts.reduce((document, [path, by]) => withAdded(document, path, by), hit);
        write(collection, { ...changed, ...set });
      }
      return hits.length;
    },
    removeAll: async (collection, ids) => {
      await pause();
      for (const id of ids) documents.delete(keyOf(collection, id));
    },
    all: (collection) =>
      allOf(collection).flatMap((document) => {
        const reading = tryRecord(collection, structuredClone(document));
        return reading.unreadable ? [] : [reading.record];
      }),
    raw: () => documents,
    plant: (collection, document) =>
      void documents.set(keyOf(collection, document._id), structuredClone(document)),
    text: () =>
      JSON.stringify(
        [...documents].filter(([key]) => !key.startsWith('wake/')).sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    snapshot: () => {
      const then = [...documents];
      return () => {
        documents.clear();
        for (const [key, document] of then) documents.set(key, document);
      };
    },
    conflicts: () => conflicts,
  };
  return store;
};
