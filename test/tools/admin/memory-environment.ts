/** An environment in memory, for what asks the tools many times: the same records, without a database between. */
import { readFile } from 'node:fs/promises';
import { COLLECTIONS, type CollectionName } from '../../../cloudfunctions/_shared/store/collections';
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

/** The records of an environment in memory, with the files they name, for what asks for all of them again and again. */
export const inMemory = async ({ db, files }: Environment): Promise<Environment> => {
  const store = createMemoryStore(() => START);
  const stored = new Map<string, Buffer>();
  for (const { name } of COLLECTIONS)
    for await (const page of pagesOf(db, name))
      for (const document of page) {
        store.plant(name, document);
        for (const fileId of fileIdsIn(document)) {
          const bytes = await files.download(fileId);
          if (bytes) stored.set(fileId, bytes);
        }
      }
  return { id: 'memory', db: databaseOn(store), store, files: filesIn(stored), pathsIn: pathsOf(stored) };
};

/** The small college, brought forward to today's records, and the way back to it after each change. */
export const openSmallCollege = async (): Promise<{ environment: Environment; goBack: () => void }> => {
  const store = createMemoryStore(() => START);
  const files = new Map<string, Buffer>();
  const manifest = await readManifest(SMALL_COLLEGE);
  for (const { fileId } of manifest.files)
    files.set(fileId, await readFile(storedFile(SMALL_COLLEGE, fileId)));
  for (const { name } of COLLECTIONS) {
    if (!manifest.collections[name]) continue;
    for await (const document of documentsIn(collectionFile(SMALL_COLLEGE, name)))
      store.plant(name, document);
  }
  const stored = new Map(files);
  const environment: Environment = {
    id: 'memory',
    db: databaseOn(store),
    store,
    files: filesIn(stored),
    pathsIn: pathsOf(stored),
  };
  await migrate(environment, () => undefined);
  const records = store.snapshot();
  return {
    environment,
    goBack: () => {
      records();
      stored.clear();
      for (const [fileId, bytes] of files) stored.set(fileId, bytes);
    },
  };
};
