/** Databases that differ from what we take for granted, each in one way. */
import type {
  CloudCollection,
  CloudDatabase,
  CloudDocument,
  CloudQuery,
} from '../../../../cloudfunctions/_shared/store/cloud-database';
import type { ProbeName } from '../../../../cloudfunctions/wechat/probes';

type Differ = (db: CloudDatabase) => CloudDatabase;
type Found = Record<string, unknown>;

const collections =
  (change: (collection: CloudCollection) => Partial<CloudCollection>): Differ =>
  (db) => ({
    ...db,
    collection: (name) => {
      const collection = db.collection(name);
      return { ...collection, ...change(collection) };
    },
  });

/** Every query, however it is narrowed. */
const queries = (change: (query: CloudQuery) => Partial<CloudQuery>): Differ => {
  const changed = (query: CloudQuery): CloudQuery => ({
    ...query,
    limit: (count) => changed(query.limit(count)),
    ...change(query),
  });
  return collections((collection) => ({ where: (condition) => changed(collection.where(condition)) }));
};

const answers = (change: (found: Found[]) => Found[]): Differ =>
  queries((query) => ({ get: async () => ({ data: change((await query.get()).data as Found[]) }) }));

const documents = (change: (document: CloudDocument) => Partial<CloudDocument>): Differ =>
  collections((collection) => ({
    doc: (id) => ({ ...collection.doc(id), ...change(collection.doc(id)) }),
  }));

const withoutLongNames = (data: object): object =>
  JSON.parse(JSON.stringify(data, (key, value: unknown) => (key.length > 30 ? undefined : value))) as object;

const refusing = async (work: Promise<unknown>, text: string): Promise<never> => {
  await work.catch(() => undefined);
  throw new Error(text);
};

export const DIFFERING: Readonly<Record<ProbeName, readonly [seen: string, differ: Differ]>> = {
  duplicateId: [
    'was accepted',
    collections((collection) => ({ add: (options) => collection.add(options).catch(() => undefined) })),
  ],
  wholeAdd: [
    '1 of 2 new documents were stored',
    collections((collection) => ({
      add: async ({ data }) => {
        for (const one of data) await collection.add({ data: [one] });
      },
    })),
  ],
  updateCount: [
    '5 counted, 4 changed',
    queries((query) => ({
      update: async (options) => ({ stats: { updated: (await query.update(options)).stats.updated + 1 } }),
    })),
  ],
  rivals: [
    'were claimed 15 times',
    collections((collection) => ({
      where: (condition) => {
        const { free: _free, ...anybody } = condition as { free?: boolean };
        return collection.where(anybody);
      },
    })),
  ],
  manyIds: ['100 of 250 were found', answers((found) => found.slice(0, 100))],
  nullAndMissing: ['found: null', answers((found) => found.filter((one) => 'account' in one))],
  noDocument: ['the answer was []', documents(() => ({ get: () => Promise.resolve({ data: [] }) }))],
  fieldNames: [
    'did not come back',
    documents((document) => ({ set: ({ data }) => document.set({ data: withoutLongNames(data) }) })),
  ],
  largeDocument: [
    'document too large',
    documents((document) => ({ set: () => refusing(document.remove(), 'document too large') })),
  ],
  ownWrites: ['10 of 10 reads did not see', answers(() => [])],
  conflictText: [
    'write conflict, in other words',
    (db) => ({
      ...db,
      runTransaction: (work, retries) =>
        refusing(db.runTransaction(work, retries), 'write conflict, in other words'),
    }),
  ],
  snapshot: ['it saw the new one', (db) => ({ ...db, runTransaction: (work) => work(db) })],
  rollback: ['is there', (db) => ({ ...db, runTransaction: (work) => work(db) })],
  manyInside: [
    'too many operations',
    (db) => ({
      ...db,
      runTransaction: (work, retries) => refusing(db.runTransaction(work, retries), 'too many operations'),
    }),
  ],
};
