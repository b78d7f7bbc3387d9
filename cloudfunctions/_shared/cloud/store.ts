import * as v from 'valibot';
import { fail, type Result } from '../../../miniprogram/domain/errors';
import type { CollectionName } from '../collections';
import type { Condition, Query, Store } from '../ports';
import { RECORDS, type RecordOf } from '../records';
import { bufferWrites } from '../write-buffer';
import type { CloudCommand, CloudDatabase, CloudQuery } from './database';

/** The server takes at most this many values or results in one call. */
const PAGE = 100;
const MAX_RUNS = 10;
const BASE_PAUSE_MS = 15;

export interface Pauses {
  /** Waits up to `maxMs`, a random part of it, so that rivals do not meet again. */
  pause(maxMs: number): Promise<void>;
}

const parseRecord = <C extends CollectionName>(collection: C, data: unknown): RecordOf<C> =>
  v.parse(RECORDS[collection], data) as RecordOf<C>;

const isRange = (condition: Condition): condition is Exclude<Condition, string | number | boolean | null> =>
  typeof condition === 'object' && condition !== null;

const toCloud = (command: CloudCommand, condition: Condition): unknown => {
  if (!isRange(condition)) return condition;
  if ('in' in condition) return command.in(condition.in);
  if ('lte' in condition) return command.lte(condition.lte);
  if ('lt' in condition) return command.lt(condition.lt);
  return command.gt(condition.gt);
};

const filterOf = (command: CloudCommand, where: Readonly<Record<string, Condition | undefined>>): object =>
  Object.fromEntries(
    Object.entries(where).flatMap(([field, condition]) =>
      condition === undefined ? [] : [[field, toCloud(command, condition)]],
    ),
  );

/** wx-server-sdk strips the code of a conflict, so only its text tells. */
const isConflict = (error: unknown): boolean => {
  const { errMsg, message, code } = (error ?? {}) as { errMsg?: unknown; message?: unknown; code?: unknown };
  return /Transaction_?Conflict/i.test([errMsg, message, code].join(' '));
};

const toDocument = (record: object): object => {
  // JSON drops what is undefined, which the wire format cannot carry.
  const { _id, ...data } = JSON.parse(JSON.stringify(record)) as { _id: string };
  return data;
};

/** The store on the cloud database. Transactions retry on conflict, which the SDK leaves to its caller. */
export const createCloudStore = (db: CloudDatabase, { pause }: Pauses): Store => {
  const read = async <C extends CollectionName>(collection: C, query: CloudQuery): Promise<RecordOf<C>[]> =>
    (await query.get()).data.map((data) => parseRecord(collection, data));

  const find = <C extends CollectionName>(collection: C, query: Query<C>): Promise<RecordOf<C>[]> => {
    const found = db.collection(collection).where(filterOf(db.command, query.where));
    const ordered = query.orderBy ? found.orderBy(...query.orderBy) : found;
    return read(collection, ordered.limit(query.limit));
  };

  const runOnce = <T>(work: Parameters<Store['transact']>[0]): Promise<Result<T>> =>
    db.runTransaction(async (transaction) => {
      const buffer = bufferWrites(async (collection, id) => {
        const { data } = await transaction.collection(collection).doc(id).get();
        return data === null ? undefined : parseRecord(collection, data);
      });
      const result = (await work(buffer.tx)) as Result<T>;
      if (!result.ok) return result;
      for (const { collection, id, record } of buffer.writes()) {
        const document = transaction.collection(collection).doc(id);
        await (record ? document.set({ data: toDocument(record) }) : document.remove());
      }
      return result;
    }, 0);

  return {
    get: async (collection, id) => {
      const { data } = await db.collection(collection).doc(id).get();
      return data === null ? undefined : parseRecord(collection, data);
    },
    getMany: async (collection, ids) => {
      const pages: Promise<RecordOf<typeof collection>[]>[] = [];
      for (let start = 0; start < ids.length; start += PAGE) {
        const part = ids.slice(start, start + PAGE);
        const query = db.collection(collection).where({ _id: db.command.in(part) });
        pages.push(read(collection, query.limit(PAGE)));
      }
      return (await Promise.all(pages)).flat();
    },
    find,
    count: async (collection, where) =>
      (await db.collection(collection).where(filterOf(db.command, where)).count()).total,
    transact: async (work) => {
      for (let run = 1; run <= MAX_RUNS; run += 1) {
        try {
          return await runOnce(work);
        } catch (error) {
          if (!isConflict(error)) throw error;
          await pause(BASE_PAUSE_MS * run);
        }
      }
      return fail('BUSY');
    },
  };
};
