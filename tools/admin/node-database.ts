/** @cloudbase/node-sdk's database as the functions' store wants it: the two SDKs word the same requests differently. */
import type tcb from '@cloudbase/node-sdk';
import type {
  CloudCollection,
  CloudDatabase,
  CloudDocument,
  CloudQuery,
} from '../../cloudfunctions/_shared/store/cloud-database';

type NodeDatabase = ReturnType<ReturnType<typeof tcb.init>['database']>;
/** What the SDK answers; it throws some failures and returns others. */
interface Answer {
  readonly code?: string;
  readonly message?: string;
  readonly data?: unknown;
  readonly total?: number;
  readonly updated?: number;
}
interface NodeDocument {
  get(): Promise<Answer>;
  set(data: object): Promise<Answer>;
  update(data: object): Promise<Answer>;
  remove(): Promise<Answer>;
}
interface NodeQuery {
  where(condition: object): NodeQuery;
  orderBy(field: string, direction: 'asc' | 'desc'): NodeQuery;
  limit(count: number): NodeQuery;
  skip(count: number): NodeQuery;
  field(projection: object): NodeQuery;
  get(): Promise<Answer>;
  count(): Promise<Answer>;
  update(data: object): Promise<Answer>;
  remove(): Promise<Answer>;
}
interface NodeCollection extends NodeQuery {
  doc(id: string): NodeDocument;
  add(data: readonly object[]): Promise<Answer>;
}

const checked = async (answer: Promise<Answer>): Promise<Answer> => {
  const reply = await answer;
  if (reply.code) throw Object.assign(new Error(reply.message ?? reply.code), { code: reply.code });
  return reply;
};

/** Outside a transaction the SDK answers a list, inside it the document. */
const firstOf = (data: unknown): unknown => (Array.isArray(data) ? (data[0] as unknown) : data) ?? null;

const documentOf = (document: NodeDocument): CloudDocument => ({
  get: async () => ({ data: firstOf((await checked(document.get())).data) }),
  set: ({ data }) => checked(document.set(data)),
  update: ({ data }) => checked(document.update(data)),
  remove: () => checked(document.remove()),
});

const queryOf = (query: NodeQuery): CloudQuery => ({
  where: (condition) => queryOf(query.where(condition)),
  orderBy: (field, direction) => queryOf(query.orderBy(field, direction)),
  limit: (count) => queryOf(query.limit(count)),
  skip: (count) => queryOf(query.skip(count)),
  field: (projection) => queryOf(query.field(projection)),
  get: async () => ({ data: (await checked(query.get())).data as unknown[] }),
  count: async () => ({ total: (await checked(query.count())).total ?? 0 }),
  update: async ({ data }) => ({ stats: { updated: (await checked(query.update(data))).updated ?? 0 } }),
  remove: () => checked(query.remove()),
});

const collectionOf = (collection: NodeCollection): CloudCollection => ({
  ...queryOf(collection),
  doc: (id) => documentOf(collection.doc(id)),
  add: ({ data }) => checked(collection.add(data)),
});

export const nodeDatabase = (db: NodeDatabase): CloudDatabase => ({
  command: db.command as unknown as CloudDatabase['command'],
  collection: (name) => collectionOf(db.collection(name) as unknown as NodeCollection),
  runTransaction: (work, retries) =>
    db.runTransaction(
      (transaction: { collection(name: string): unknown }) =>
        work({ collection: (name) => collectionOf(transaction.collection(name) as NodeCollection) }),
      retries,
    ) as ReturnType<typeof work>,
});
