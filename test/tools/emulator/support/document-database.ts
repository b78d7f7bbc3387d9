import { EJSON } from 'bson';
import {
  openDocuments,
  type DocumentOptions,
  type DocumentService,
} from '../../../../tools/emulator/documents';
import type { CallCounters, CollectionSpec } from '../../../../tools/emulator/types';

export type Doc = Record<string, unknown>;

export interface TestDatabase {
  readonly service: DocumentService;
  readonly counters: CallCounters;
  readonly clock: { time: number };
  /** Sends `database.<action>`; resolves to `data`. */
  send(action: string, request: Doc): Promise<Doc>;
  insert(collection: string, ...docs: Doc[]): Promise<unknown>;
  find(collection: string, query: Doc, more?: Doc): Promise<Doc[]>;
  update(collection: string, query: Doc, data: Doc, more?: Doc): Promise<unknown>;
  begin(): Promise<string>;
}

export const START = Date.UTC(2026, 5, 1);

/** A database in memory with the collections given; times are the clock's, which stands still. */
export function openTestDatabase(
  collections: readonly CollectionSpec[],
  options: Partial<DocumentOptions> = {},
): TestDatabase {
  const clock = { time: START };
  const counters = { requests: {}, documentsRead: 0, documentsScanned: 0, bytesIn: 0, bytesOut: 0 };
  const service = openDocuments({
    file: ':memory:',
    collections,
    clock: { now: () => clock.time },
    counters,
    ...options,
  });
  const send = async (action: string, request: Doc) =>
    ((await service.handle(`database.${action}`, request)).data ?? {}) as Doc;
  return {
    service,
    counters,
    clock,
    send,
    insert: (collectionName, ...docs) =>
      send('insertDocument', { collectionName, data: docs.map((doc) => EJSON.stringify(doc)) }),
    async find(collectionName, query, more = {}) {
      const { list } = await send('getDocument', { collectionName, query: EJSON.stringify(query), ...more });
      return (list as string[]).map((text) => EJSON.parse(text) as Doc);
    },
    update: (collectionName, query, data, more = {}) =>
      send('modifyDocument', {
        collectionName,
        query: EJSON.stringify(query),
        data: EJSON.stringify(data),
        merge: true,
        ...more,
      }),
    async begin() {
      const { transactionId } = await service.handle('database.startTransaction', {});
      return String(transactionId);
    },
  };
}

/** An index of `name` with keys in order; a leading minus means descending. */
export const index = (name: string, keys: readonly string[], unique = false) => ({
  name,
  unique,
  keys: keys.map((key) => ({
    name: key.replace(/^-/, ''),
    direction: key.startsWith('-') ? ('-1' as const) : ('1' as const),
  })),
});
