/** Documents as they are stored, page by page and in one fixed spelling, so that equal documents are equal lines. */
import type { CollectionName } from '../../cloudfunctions/_shared/store/collections';
import type { CloudDatabase } from '../../cloudfunctions/_shared/store/cloud-database';
import { inParallel } from '../../cloudfunctions/_shared/kernel/in-parallel';

export type Document = Readonly<Record<string, unknown>> & { readonly _id: string };

const PAGE = 500;
const WRITES_AT_ONCE = 16;

/** Pages by `_id`, after the given one; each look costs what it returns however much is stored. */
export async function* pagesOf(
  db: CloudDatabase,
  collection: CollectionName,
  after = '',
): AsyncGenerator<readonly Document[]> {
  for (let last = after; ;) {
    const where = { _id: db.command.gt(last) };
    const { data } = await db.collection(collection).where(where).orderBy('_id', 'asc').limit(PAGE).get();
    const page = data as Document[];
    const end = page[page.length - 1];
    if (!end) return;
    yield page;
    if (page.length < PAGE) return;
    last = end._id;
  }
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

/** One line of JSON, keys in order. */
export const lineOf = (document: Document): string => JSON.stringify(sorted(document));

/** Puts documents as they are; again after a crash it does the same. */
export const putDocuments = async (
  db: CloudDatabase,
  collection: CollectionName,
  documents: readonly Document[],
): Promise<void> => {
  const jobs = documents.map(
    ({ _id, ...data }) =>
      () =>
        db.collection(collection).doc(_id).set({ data }),
  );
  await inParallel(jobs, WRITES_AT_ONCE);
};

export const removeDocuments = async (
  db: CloudDatabase,
  collection: CollectionName,
  ids: readonly string[],
): Promise<void> => {
  await inParallel(
    ids.map((id) => () => db.collection(collection).doc(id).remove()),
    WRITES_AT_ONCE,
  );
};

const FILE_ID = /^cloud:\/\/[^/]+\/.+/;

/** Ids of files anywhere inside. */
export const fileIdsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return FILE_ID.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(fileIdsIn) : [];
};

/** The same with files under their new ids. */
export const withFileIds = (value: unknown, renamed: ReadonlyMap<string, string>): unknown => {
  if (typeof value === 'string') return renamed.get(value) ?? value;
  if (Array.isArray(value)) return value.map((inner) => withFileIds(inner, renamed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withFileIds(inner, renamed)]));
};
