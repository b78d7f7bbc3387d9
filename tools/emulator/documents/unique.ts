import type { Collection, Index } from './catalog';
import { find, type Overlay } from './find';
import type { Store } from './store';
import { resolve } from 'mingo/util';
import type { Doc } from './wire';

/** The conditions other documents must not meet: one per element where a key holds an array. */
function conditionsOf(index: Index, doc: Doc): Doc[] {
  return index.keys.reduce<Doc[]>(
    (conditions, { field }) => {
      const value: unknown = resolve(doc, field);
      const values: readonly unknown[] = Array.isArray(value) && value.length > 0 ? value : [value ?? null];
      return conditions.flatMap((condition) =>
        values.map((each) => ({ ...condition, [field]: { $eq: each } })),
      );
    },
    [{}],
  );
}

export interface Clash {
  readonly index: string;
  readonly key: Doc;
}

/** What a document's values would have to be unique against. */
export function uniqueKeys(collection: Collection, doc: Doc): Clash[] {
  return collection.indexes
    .filter((index) => index.unique)
    .flatMap((index) => conditionsOf(index, doc).map((key) => ({ index: index.name, key })));
}

/** Finds a unique index under which another document already has this document's values. */
export function findClash(
  store: Store,
  collection: Collection,
  doc: Doc,
  overlay?: Overlay,
): Clash | undefined {
  return uniqueKeys(collection, doc).find(({ key }) =>
    find(store, collection, { condition: key, limit: 2 }, { documentsScanned: 0 }, overlay).some(
      (other) => other._id !== doc._id,
    ),
  );
}
