import * as v from 'valibot';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { chunks } from '../chunks';
import type { CollectionName } from '../collections';
import { finishOwn, intoJournal, type Writes } from '../journal';
import type { Condition, Query, Store } from '../ports';
import { readRecord, type RecordOf } from '../records';
import { bufferWrites } from '../write-buffer';
import type { CloudCommand, CloudDatabase, CloudQuery } from './database';
import { isConflict, isDuplicate } from './database-errors';

/** Ids asked for in one call; the server gives at most 1000 documents. */
const PAGE = 250;
const MAX_RUNS = 10;
const BASE_PAUSE_MS = 15;

export interface Surroundings {
  /** Waits up to `maxMs`, a random part of it, so that rivals do not meet again. */
  pause(maxMs: number): Promise<void>;
  /** An id nobody else comes to. */
  newId(): string;
  /** Epoch milliseconds. */
  now(): number;
}

const foundIds = v.array(v.object({ _id: v.string() }));

const isRange = (condition: Condition): condition is Exclude<Condition, string | number | boolean | null> =>
  typeof condition === 'object' && condition !== null;

const toCloud = (command: CloudCommand, condition: Condition): unknown => {
  if (!isRange(condition)) return condition;
  if ('in' in condition) return command.in(condition.in);
  if ('lte' in condition) return command.lte(condition.lte);
  if ('lt' in condition) return command.lt(condition.lt);
  return 'gt' in condition ? command.gt(condition.gt) : command.gte(condition.gte);
};

const filterOf = (command: CloudCommand, where: Readonly<Record<string, Condition | undefined>>): object =>
  Object.fromEntries(
    Object.entries(where).flatMap(([field, condition]) =>
      condition === undefined ? [] : [[field, toCloud(command, condition)]],
    ),
  );

const toDocument = (record: object): object => {
  // JSON drops what is undefined, which the wire format cannot carry.
  const { _id, ...data } = JSON.parse(JSON.stringify(record)) as { _id: string };
  return data;
};

/** The store on the cloud database. Transactions retry on conflict, which the SDK leaves to its caller. */
export const createCloudStore = (db: CloudDatabase, { pause, newId, now }: Surroundings): Store => {
  const read = async <C extends CollectionName>(collection: C, query: CloudQuery): Promise<RecordOf<C>[]> =>
    (await query.get()).data.map((data) => readRecord(collection, data));

  const select = <C extends CollectionName>(collection: C, query: Query<C>): CloudQuery => {
    const found = db.collection(collection).where(filterOf(db.command, query.where));
    const ordered = query.orderBy ? found.orderBy(...query.orderBy) : found;
    return ordered.limit(query.limit);
  };

  /** Which of these ids are there. */
  const stored = async (collection: CollectionName, ids: readonly string[]): Promise<Set<string>> => {
    const pages = chunks(ids, PAGE).map(async (part) => {
      const known = db.collection(collection).where({ _id: db.command.in(part) });
      return v.parse(foundIds, (await known.field({ _id: true }).limit(PAGE).get()).data);
    });
    return new Set((await Promise.all(pages)).flat().map(({ _id }) => _id));
  };

  /** Runs again after a conflict: the work must bear that. */
  const unlessBusy = async <T>(work: () => Promise<T>): Promise<Result<T>> => {
    for (let run = 1; run <= MAX_RUNS; run += 1) {
      try {
        return ok(await work());
      } catch (error) {
        if (!isConflict(error)) throw error;
        await pause(BASE_PAUSE_MS * run);
      }
    }
    return fail('BUSY');
  };

  const getMany: Store['getMany'] = async (collection, ids) => {
    const pages = chunks(ids, PAGE).map((part) =>
      read<typeof collection>(
        collection,
        db
          .collection(collection)
          .where({ _id: db.command.in(part) })
          .limit(PAGE),
      ),
    );
    return (await Promise.all(pages)).flat();
  };

  const runOnce = <T>(
    work: Parameters<Store['transact']>[0],
  ): Promise<{ result: Result<T>; writes: Writes }> =>
    db.runTransaction(async (transaction) => {
      const buffer = bufferWrites({
        inside: async (collection, id) => {
          const { data } = await transaction.collection(collection).doc(id).get();
          return data === null ? undefined : readRecord(collection, data);
        },
        beside: getMany,
      });
      const result = (await work(buffer.tx)) as Result<T>;
      const writes = intoJournal(result.ok ? buffer.writes() : [], { id: newId(), at: now() });
      for (const { collection, id, record } of writes.inside) {
        const document = transaction.collection(collection).doc(id);
        await (record ? document.set({ data: toDocument(record) }) : document.remove());
      }
      return { result, writes };
    }, 0);

  const store: Store = {
    get: async (collection, id) => {
      const { data } = await db.collection(collection).doc(id).get();
      return data === null ? undefined : readRecord(collection, data);
    },
    getMany,
    find: (collection, query) => read(collection, select(collection, query)),
    findIds: async (collection, query) =>
      v
        .parse(foundIds, (await select(collection, query).field({ _id: true }).get()).data)
        .map(({ _id }) => _id),
    insertMissing: async (collection, records) => {
      let there = new Set<string>();
      for (let run = 1; run <= MAX_RUNS; run += 1) {
        const missing = records.filter(({ _id }) => !there.has(_id));
        if (missing.length === 0) return [...there];
        try {
          const data = missing.map((record) => ({ ...toDocument(record), _id: record._id }));
          await db.collection(collection).add({ data });
          return [...there];
        } catch (error) {
          if (isConflict(error)) await pause(BASE_PAUSE_MS * run);
          else if (!isDuplicate(error)) throw error;
          there = await stored(
            collection,
            records.map(({ _id }) => _id),
          );
        }
      }
      throw new Error('an insertion met rivals without end');
    },
    count: async (collection, where) =>
      (await db.collection(collection).where(filterOf(db.command, where)).count()).total,
    transact: async (work) => {
      const done = await unlessBusy(() => runOnce(work));
      if (!done.ok) return done;
      const { result, writes } = done.data;
      await finishOwn(store, writes);
      return result as Awaited<ReturnType<typeof work>>;
    },
    changeAll: async (collection, target, { set, add }) => {
      // A bare object would be merged into the one that is stored, and an empty one lost.
      const whole = (value: unknown) =>
        typeof value === 'object' && value !== null ? db.command.set(value) : value;
      const data = Object.fromEntries(
        Object.entries(set ?? {}).map(([field, value]) => [field, whole(value)]),
      );
      for (const [path, amount] of Object.entries(add ?? {}))
        if (amount !== undefined) data[path] = db.command.inc(amount);
      const query = db.collection(collection).where(filterOf(db.command, target));
      // A conflict means that nothing was changed, so this may run again.
      const done = await unlessBusy(() => query.update({ data }));
      if (!done.ok) throw new Error('a bulk change met conflicts without end');
      return done.data.stats.updated;
    },
    removeAll: async (collection, ids) => {
      const gone = chunks(ids, PAGE).map((part) =>
        db
          .collection(collection)
          .where({ _id: db.command.in(part) })
          .remove(),
      );
      await Promise.all(gone);
    },
  };
  return store;
};
