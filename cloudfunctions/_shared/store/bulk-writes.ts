/** Writes without a transaction: each document by itself. */
import { chunks } from '../kernel/chunks';
import { incrementsOf } from './additions';
import type { CloudDatabase } from './cloud-database';
import type { CollectionName } from './collections';
import { MAX_RUNS, pauseAfter, unlessBusy, type Pause } from './conflicts';
import { isConflict, isDuplicate, RivalsWithoutEnd } from './database-errors';
import { dataOf } from './document-data';
import type { Store } from './ports';
import { filterOf, PAGE, type Reads } from './reads';
import { latestVersionOf } from './records/upgrade';

interface BulkOptions {
  readonly db: CloudDatabase;
  readonly pause: Pause;
  readonly idsIn: Reads['idsIn'];
}

const insertMissing = ({ db, pause, idsIn }: BulkOptions): Store['insertMissing'] => {
  const among = async (collection: CollectionName, ids: readonly string[]): Promise<Set<string>> => {
    const pages = chunks(ids, PAGE).map(async (part) => {
      const known = db.collection(collection).where({ _id: db.command.in(part) });
      return idsIn(known.limit(PAGE));
    });
    return new Set((await Promise.all(pages)).flat());
  };
  return async (collection, records) => {
    const ids = records.map(({ _id }) => _id);
    let there = new Set<string>();
    for (let run = 1; run <= MAX_RUNS; run += 1) {
      const missing = records.filter(({ _id }) => !there.has(_id));
      if (missing.length === 0) return [...there];
      try {
        const data = missing.map((record) => ({ ...dataOf(record), _id: record._id }));
        await db.collection(collection).add({ data });
        return [...there];
      } catch (error) {
        if (isConflict(error)) await pauseAfter(pause, run);
        else if (!isDuplicate(error)) throw error;
        there = await among(collection, ids);
      }
    }
    throw new RivalsWithoutEnd('an insertion met rivals without end');
  };
};

const changeAll =
  ({ db, pause }: BulkOptions): Store['changeAll'] =>
  async (collection, target, { set, add }) => {
    // A bare object would be merged into the one that is stored, and an empty one lost.
    const whole = (value: unknown) =>
      typeof value === 'object' && value !== null ? db.command.set(value) : value;
    const data = Object.fromEntries(Object.entries(set ?? {}).map(([field, value]) => [field, whole(value)]));
    Object.assign(data, incrementsOf(db.command, add ?? {}));
    const known = { recordVersion: { lte: latestVersionOf(collection) } };
    const query = db.collection(collection).where(filterOf(db.command, { ...known, ...target }));
    const done = await unlessBusy(pause, () => query.update({ data }));
    if (!done.ok) throw new RivalsWithoutEnd('a bulk change met conflicts without end');
    return done.data.stats.updated;
  };

const removeAll =
  ({ db }: BulkOptions): Store['removeAll'] =>
  async (collection, ids) => {
    const gone = chunks(ids, PAGE).map((part) =>
      db
        .collection(collection)
        .where({ _id: db.command.in(part) })
        .remove(),
    );
    await Promise.all(gone);
  };

/** What of the store is written in bulk. */
export const createBulkWrites = (
  options: BulkOptions,
): Pick<Store, 'insertMissing' | 'changeAll' | 'removeAll'> => ({
  insertMissing: insertMissing(options),
  changeAll: changeAll(options),
  removeAll: removeAll(options),
});
