/** Environments in memory: what the tools read and write is the same, without a database between. */
import { readFile } from 'node:fs/promises';
import { COLLECTIONS, type CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import type { Files } from '../../../cloudfunctions/_shared/platform/ports';
import type { Environment } from '../../../tools/admin/connect';
import { fileIdsIn, pagesOf, type Document } from '../../../tools/admin/documents';
import { collectionFile, documentsIn, readManifest, storedFile } from '../../../tools/admin/folder';
import { migrate } from '../../../tools/admin/migrate';
import { filesIn, pathsOf } from '../../../tools/simulate/files';
import { createMemoryStore, type MemoryStore } from '../../cloudfunctions/support/memory-store';
import { START } from './college';
import { SMALL_COLLEGE } from './small-college';

/** The part of the SDK's database that the tools use to read pages and to put single documents. */
const databaseOn = (store: MemoryStore): Environment['db'] => {
  const documentsOf = (name: CollectionName): Document[] =>
    store.documents(name).sort((one, other) => (one._id < other._id ? -1 : 1));
  type Ids = { readonly gt: string } | { readonly in: readonly string[] };
  const isAmong = (id: string, ids: Ids) => ('in' in ids ? ids.in.includes(id) : id > ids.gt);
  const page = (name: CollectionName, ids: Ids) => ({
    orderBy: () => page(name, ids),
    limit: (count: number) => ({
      get: async () => ({
        data: documentsOf(name)
          .filter(({ _id }) => isAmong(_id, ids))
          .slice(0, count),
      }),
    }),
  });
  const collection = (name: CollectionName) => ({
    ...page(name, { gt: '' }),
    where: ({ _id }: { _id: Ids }) => page(name, _id),
    doc: (id: string) => ({
      set: async ({ data }: { data: object }) => store.plant(name, { ...data, _id: id }),
      remove: () => store.removeAll(name, [id]),
    }),
  });
  const command = { gt: (id: string) => ({ gt: id }), in: (ids: readonly string[]) => ({ in: ids }) };
  return { command, collection } as unknown as Environment['db'];
};

export interface InMemory {
  readonly environment: Environment;
  readonly store: MemoryStore;
  /** Bytes by the id of the file. */
  readonly files: Map<string, Buffer>;
  /** Remembers what is stored; the returned function goes back to it. */
  remember(): () => void;
}

/**
 * One that holds nothing yet.
 * @param bucket what the ids of its files begin with
 */
export const openEmpty = (bucket = 'cloud://simulated.bucket/'): InMemory => {
  const store = createMemoryStore(() => START);
  const files = new Map<string, Buffer>();
  const upload: Files['upload'] = async (cloudPath, bytes) => {
    files.set(`${bucket}${cloudPath}`, bytes);
    return `${bucket}${cloudPath}`;
  };
  const environment: Environment = {
    id: 'memory',
    db: databaseOn(store),
    store,
    files: { ...filesIn(files), upload },
    pathsIn: pathsOf(files),
  };
  const remember = () => {
    const [records, those] = [store.snapshot(), [...files]];
    return () => {
      records();
      files.clear();
      for (const [fileId, bytes] of those) files.set(fileId, bytes);
    };
  };
  return { environment, store, files, remember };
};

/** The records of an environment in memory, with the files they name, for what asks for all of them again and again. */
export const inMemory = async ({ db, files }: Environment): Promise<InMemory> => {
  const memory = openEmpty();
  for (const { name } of COLLECTIONS)
    for await (const page of pagesOf(db, name))
      for (const document of page) {
        memory.store.plant(name, document);
        for (const fileId of fileIdsIn(document)) {
          const bytes = await files.download(fileId);
          if (bytes) memory.files.set(fileId, bytes);
        }
      }
  return memory;
};

/** The small college, brought forward to today's records, and the way back to it after each change. */
export const openSmallCollege = async (): Promise<InMemory & { goBack: () => void }> => {
  const memory = openEmpty();
  const { environment, store, files, remember } = memory;
  const manifest = await readManifest(SMALL_COLLEGE);
  for (const { fileId } of manifest.files)
    files.set(fileId, await readFile(storedFile(SMALL_COLLEGE, fileId)));
  for (const { name } of COLLECTIONS) {
    if (!manifest.collections[name]) continue;
    for await (const document of documentsIn(collectionFile(SMALL_COLLEGE, name)))
      store.plant(name, document);
  }
  await migrate(environment, () => undefined);
  return { ...memory, goBack: remember() };
};

type Collection = ReturnType<Environment['db']['collection']>;

/** The environment with one of its collections answering otherwise. */
export const answering = (
  environment: Environment,
  name: CollectionName,
  otherwise: (real: Collection) => Partial<Collection>,
): Environment => {
  const collection: Environment['db']['collection'] = (wanted) => {
    const real = environment.db.collection(wanted);
    return wanted === name ? { ...real, ...otherwise(real) } : real;
  };
  return { ...environment, db: { ...environment.db, collection } };
};

/** What the database answers when it cannot. */
export const refusing = (code: string) => () => {
  throw Object.assign(new Error(code), { code });
};
