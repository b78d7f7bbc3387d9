/** What a check remembers of the records it has read, so that it can follow what they point at. */
import type { CollectionName } from '../../cloudfunctions/_shared/store/collections';
import type { RecordOf } from '../../cloudfunctions/_shared/store/records';
import { OPEN_NOTICE_STATUSES } from '../../cloudfunctions/_shared/store/records/notice';
import type { Document } from './documents';

export interface Kept {
  keep<C extends CollectionName>(collection: C, record: RecordOf<C>): void;
  /** One that is there and cannot be read: nothing is said of what it points at. */
  keepUnread(collection: CollectionName, document: Document): void;
  unread(collection: CollectionName): readonly Document[];
  all<C extends CollectionName>(collection: C): Iterable<RecordOf<C>>;
  /** Whether the record is there and meets the condition; an unread one meets all. */
  agrees<C extends CollectionName>(
    collection: C,
    id: string | null,
    condition?: (record: RecordOf<C>) => boolean,
  ): boolean;
}

/** Nothing points at these by their contents. */
const isOver = (collection: CollectionName, record: RecordOf<CollectionName>): boolean =>
  collection === 'audits' ||
  (collection === 'notices' &&
    !OPEN_NOTICE_STATUSES.some((status) => status === (record as RecordOf<'notices'>).status));

/** The large parts no link needs. */
const slim = (record: RecordOf<CollectionName>): RecordOf<CollectionName> => {
  if ('timeline' in record) return { ...record, timeline: [] };
  if ('matched' in record) return { ...record, matched: [], findings: [], unknown: [], sameNames: [] };
  return 'runId' in record ? { ...record, rows: [] } : record;
};

export const openKept = (): Kept => {
  const records = new Map<CollectionName, Map<string, RecordOf<CollectionName>>>();
  const unread = new Map<CollectionName, Map<string, Document>>();
  return {
    keep: (collection, record) => {
      if (isOver(collection, record)) return;
      const those = records.get(collection) ?? new Map<string, RecordOf<CollectionName>>();
      records.set(collection, those.set(record._id, slim(record)));
    },
    keepUnread: (collection, document) => {
      const those = unread.get(collection) ?? new Map<string, Document>();
      unread.set(collection, those.set(document._id, document));
    },
    unread: (collection) => [...(unread.get(collection)?.values() ?? [])],
    all: <C extends CollectionName>(collection: C) =>
      (records.get(collection)?.values() ?? []) as Iterable<RecordOf<C>>,
    agrees: <C extends CollectionName>(
      collection: C,
      id: string | null,
      condition: (record: RecordOf<C>) => boolean = () => true,
    ) => {
      if (id === null) return false;
      const record = records.get(collection)?.get(id) as RecordOf<C> | undefined;
      return record ? condition(record) : unread.get(collection)?.has(id) === true;
    },
  };
};
