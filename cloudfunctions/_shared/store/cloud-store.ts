import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { chunks } from '../kernel/chunks';
import type { CollectionName } from './collections';
import type { Log } from '../kernel/ports';
import type { Store } from './ports';
import { UnreadableRecord } from './records/unreadable';
import { latestVersionOf } from './records/upgrade';
import { createSetAside } from './set-aside';
import { lowerWake, wakingOf } from './wake';
import { bufferWrites } from './write-buffer';
import type { CloudDatabase } from './cloud-database';
import { patientDatabase } from './patient-database';
import { isConflict, isDuplicate } from './database-errors';
import { createReads, filterOf, PAGE } from './reads';

const MAX_RUNS = 10;
const BASE_PAUSE_MS = 15;

export interface Surroundings {
  /** Waits up to `maxMs`, a random part of it, so that rivals do not meet again. */
  pause(maxMs: number): Promise<void>;
  /** Epoch milliseconds. */
  now(): number;
  /** Hears of records that cannot be read; without it nobody is told, as in tools that tell themselves. */
  readonly log?: Log;
  /** When a record that cannot be read was told of last, epoch ms: shared by the stores of an instance. */
  readonly toldAt?: Map<string, number>;
  /** False where no phone waits and comes again: then a call that the plan refuses waits at its beginning, too. */
  readonly isAwaited?: boolean;
}

const toDocument = (record: object): object => {
  // JSON drops what is undefined, which the wire format cannot carry.
  const { _id, ...data } = JSON.parse(JSON.stringify(record)) as { _id: string };
  return data;
};

const asUnreadable = (error: unknown): UnreadableRecord => {
  if (error instanceof UnreadableRecord) return error;
  throw error;
};

/** The store of one call on the cloud database. Transactions retry on conflict, which the SDK leaves to its caller. */
export const createCloudStore = (
  impatient: CloudDatabase,
  { pause, now, log, toldAt, isAwaited }: Surroundings,
): Store => {
  const db = patientDatabase(impatient, pause, isAwaited);
  const setAside = log ? createSetAside(() => store, { now, log, toldAt }) : () => Promise.resolve();
  const { select, idsIn, lookUp, find, one } = createReads(db, setAside);

  /** Which of these ids are there. */
  const stored = async (collection: CollectionName, ids: readonly string[]): Promise<Set<string>> => {
    const pages = chunks(ids, PAGE).map(async (part) => {
      const known = db.collection(collection).where({ _id: db.command.in(part) });
      return idsIn(known.limit(PAGE));
    });
    return new Set((await Promise.all(pages)).flat());
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

  /** What ends the work early is carried past the SDK, which would make another error of it. */
  const runOnce = <T>(work: Parameters<Store['transact']>[0]): Promise<Result<T> | UnreadableRecord> =>
    db.runTransaction(async (transaction) => {
      const buffer = bufferWrites({
        inside: async (collection, id) => {
          const { data } = await transaction.collection(collection).doc(id).get();
          return data === null ? undefined : one(collection, data);
        },
        beside: lookUp,
      });
      const result = (await work(buffer.tx).catch(asUnreadable)) as Result<T> | UnreadableRecord;
      const isDone = !(result instanceof UnreadableRecord) && result.ok;
      const writes = isDone ? buffer.writes() : [];
      const waking = wakingOf(writes, now());
      const announced = waking && lowerWake(store, waking);
      for (const { collection, id, record } of writes) {
        const document = transaction.collection(collection).doc(id);
        await (record ? document.set({ data: toDocument(record) }) : document.remove());
      }
      await announced;
      return result;
    }, 0);

  const store: Store = {
    get: async (collection, id) => {
      const { data } = await db.collection(collection).doc(id).get();
      if (data === null) return undefined;
      const record = await one(collection, data);
      if (record instanceof UnreadableRecord) throw record;
      return record;
    },
    getMany: async (collection, ids) => [...(await lookUp(collection, ids)).records],
    lookUp,
    find,
    setAside,
    findIds: (collection, query) => idsIn(select(collection, query)),
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
      const result = done.data;
      if (result instanceof UnreadableRecord) throw result;
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
      const known = { recordVersion: { lte: latestVersionOf(collection) } };
      const query = db.collection(collection).where(filterOf(db.command, { ...known, ...target }));
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
