/**
 * The plan lets 30 requests a second through and refuses the others, so a hundred people of one morning would see errors
 * that mean nothing but “one moment”. A refused request has done nothing, whatever it was: it is asked for again. Calls
 * that have begun go first, or all would begin and none would end: whoever has asked nothing yet waits longer.
 */
import { REFUSED_REQUEST } from '../kernel/policy';
import type {
  CloudCollection,
  CloudDatabase,
  CloudDocument,
  CloudQuery,
  CloudTransaction,
  OpenTransaction,
} from './cloud-database';
import type { Pause } from './conflicts';
import { isRefusedByPlan } from './database-errors';

type Patiently = <T>(ask: () => Promise<T>) => Promise<T>;

interface Patience {
  readonly tries: number;
  readonly firstMs: number;
  readonly mostMs: number;
}

/** Of one call: what it asks first may be asked side by side, but when that is refused, one of them knocks for all. */
const patienceOf = (pause: Pause, isAwaited: boolean): Patiently => {
  let hasBegun = !isAwaited;
  /**
   * Then the whole call has, where a phone comes again: what it still asks is not tried again. A timer goes on, for
   * what it has sent meanwhile would be sent once more if that were not written down.
   */
  let hasGivenUp = false;
  /** Whether the call was let in. */
  let knocking: Promise<boolean> | undefined;

  const once: Patiently = async (ask) => {
    const answer = await ask();
    hasBegun = true;
    return answer;
  };
  const again = async <T>(ask: () => Promise<T>, { tries, firstMs, mostMs }: Patience): Promise<T> => {
    for (let count = 1; ; count += 1) {
      await pause(Math.min(firstMs * 2 ** (count - 1), mostMs));
      try {
        return await once(ask);
      } catch (error) {
        if (!isRefusedByPlan(error)) throw error;
        if (count >= tries) hasGivenUp ||= isAwaited;
        if (hasGivenUp || count >= tries) throw error;
      }
    }
  };

  return async (ask) => {
    try {
      return await once(ask);
    } catch (error) {
      if (hasGivenUp || !isRefusedByPlan(error)) throw error;
      if (hasBegun) return again(ask, REFUSED_REQUEST.begun);
      if (knocking) {
        if (!(await knocking)) throw error;
        return again(ask, REFUSED_REQUEST.begun);
      }
      const knock = again(ask, REFUSED_REQUEST.entering);
      knocking = knock.then(
        () => true,
        () => hasBegun,
      );
      return knock;
    }
  };
};

const patientDocument = (document: CloudDocument, patiently: Patiently): CloudDocument => ({
  get: () => patiently(() => document.get()),
  set: (options) => patiently(() => document.set(options)),
  update: (options) => patiently(() => document.update(options)),
  remove: () => patiently(() => document.remove()),
});

const patientQuery = (query: CloudQuery, patiently: Patiently): CloudQuery => ({
  where: (condition) => patientQuery(query.where(condition), patiently),
  orderBy: (field, direction) => patientQuery(query.orderBy(field, direction), patiently),
  limit: (count) => patientQuery(query.limit(count), patiently),
  skip: (count) => patientQuery(query.skip(count), patiently),
  field: (projection) => patientQuery(query.field(projection), patiently),
  get: () => patiently(() => query.get()),
  count: () => patiently(() => query.count()),
  update: (options) => patiently(() => query.update(options)),
  remove: () => patiently(() => query.remove()),
});

const patientCollection = (collection: CloudCollection, patiently: Patiently): CloudCollection => ({
  ...patientQuery(collection, patiently),
  doc: (id) => patientDocument(collection.doc(id), patiently),
  add: (options) => patiently(() => collection.add(options)),
});

/**
 * The SDK gives a transaction up at the first refusal, and when it is refused its rollback as well, the locks stand in
 * everybody's way for half a minute.
 */
const runPatiently = async <T>(
  start: () => Promise<OpenTransaction>,
  work: (transaction: CloudTransaction) => Promise<T>,
  { patiently, toTheEnd }: { readonly patiently: Patiently; readonly toTheEnd: Patiently },
): Promise<T> => {
  const transaction = await patiently(start);
  try {
    const result = await work({
      collection: (name) => patientCollection(transaction.collection(name), patiently),
    });
    await patiently(() => transaction.commit());
    return result;
  } catch (error) {
    await toTheEnd(() => transaction.rollback()).catch(() => undefined);
    throw error;
  }
};

/**
 * The database for one call.
 * @param pause waits up to `maxMs`, a random part of it
 * @param isAwaited whether a phone waits for it, and comes again when it is not let in
 */
export const patientDatabase = (db: CloudDatabase, pause: Pause, isAwaited = true): CloudDatabase => {
  const patiently = patienceOf(pause, isAwaited);
  return {
    command: db.command,
    collection: (name) => patientCollection(db.collection(name), patiently),
    runTransaction: (work, retries) => {
      if (!db.startTransaction) return db.runTransaction(work, retries);
      const start = db.startTransaction.bind(db);
      return runPatiently(start, work, { patiently, toTheEnd: patienceOf(pause, false) });
    },
  };
};
