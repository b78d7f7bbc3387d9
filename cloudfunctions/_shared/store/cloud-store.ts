import type { Log } from '../kernel/ports';
import { createBulkWrites } from './bulk-writes';
import type { CloudDatabase } from './cloud-database';
import type { Pause } from './conflicts';
import { patientDatabase } from './patient-database';
import type { Store } from './ports';
import { createReads, filterOf } from './reads';
import { UnreadableRecord } from './records/unreadable';
import { createSetAside } from './set-aside';
import { createTransact } from './transactions';
import { lowerWake } from './wake';

export interface Surroundings {
  readonly pause: Pause;
  /** Epoch milliseconds. */
  now(): number;
  /** Hears of records that cannot be read; without it nobody is told, as in tools that tell themselves. */
  readonly log?: Log;
  /** When a record that cannot be read was told of last, epoch ms: shared by the stores of an instance. */
  readonly toldAt?: Map<string, number>;
  /** False where no phone waits and comes again: then a call that the plan refuses waits at its beginning, too. */
  readonly isAwaited?: boolean;
}

/** The store of one call on the cloud database: reads, transactions and what is written in bulk. */
export const createCloudStore = (
  impatient: CloudDatabase,
  { pause, now, log, toldAt, isAwaited }: Surroundings,
): Store => {
  const db = patientDatabase(impatient, pause, isAwaited);
  const setAside = log ? createSetAside(() => store, { now, log, toldAt }) : () => Promise.resolve();
  const reads = createReads(db, setAside);
  const store: Store = {
    get: async (collection, id) => {
      const { data } = await db.collection(collection).doc(id).get();
      if (data === null) return undefined;
      const record = await reads.one(collection, data);
      if (record instanceof UnreadableRecord) throw record;
      return record;
    },
    getMany: async (collection, ids) => [...(await reads.lookUp(collection, ids)).records],
    lookUp: reads.lookUp,
    lookFor: reads.lookFor,
    find: reads.find,
    findIds: (collection, query) => reads.idsIn(reads.select(collection, query)),
    count: async (collection, where) =>
      (await db.collection(collection).where(filterOf(db.command, where)).count()).total,
    transact: createTransact({ db, pause, now, reads, lower: (waking) => lowerWake(store, waking) }),
    ...createBulkWrites({ db, pause, idsIn: reads.idsIn }),
    setAside,
  };
  return store;
};
