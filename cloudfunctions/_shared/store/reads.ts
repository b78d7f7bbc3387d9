/** How the store reads: what cannot be read is told, left out of lists, and made up for by what stands behind it. */
import * as v from 'valibot';
import { chunks } from '../kernel/chunks';
import type { CollectionName } from './collections';
import type { Condition, Query, Store } from './ports';
import { tryRecord, type RecordOf } from './records';
import { UnreadableRecord, type Unreadable } from './records/unreadable';
import type { CloudCommand, CloudDatabase, CloudQuery } from './cloud-database';

/** Ids asked for in one call; the server gives at most 1000 documents. */
export const PAGE = 250;
/** Looked through at once, and how often, for what stands behind documents that cannot be read. */
const FURTHER = 1000;
const MAX_FURTHER = 10;

const foundIds = v.array(v.object({ _id: v.string() }));

const isRange = (condition: Condition): condition is Exclude<Condition, string | number | boolean | null> =>
  typeof condition === 'object' && condition !== null;

const toCloud = (command: CloudCommand, condition: Condition): unknown => {
  if (!isRange(condition)) return condition;
  if ('in' in condition) return command.in(condition.in);
  if ('lte' in condition) return command.lte(condition.lte);
  if ('lt' in condition) return command.lt(condition.lt);
  return 'gt' in condition ? command.gt(condition.gt) : command.gte(condition.gte);
};

/** A use case's conditions in the database's own words. */
export const filterOf = (
  command: CloudCommand,
  where: Readonly<Record<string, Condition | undefined>>,
): object =>
  Object.fromEntries(
    Object.entries(where).flatMap(([field, condition]) =>
      condition === undefined ? [] : [[field, toCloud(command, condition)]],
    ),
  );

/** The ids a query leads to. */
const idsIn = async (query: CloudQuery): Promise<string[]> =>
  v.parse(foundIds, (await query.field({ _id: true }).get()).data).map(({ _id }) => _id);

type SortOut = <C extends CollectionName>(
  collection: C,
  documents: readonly unknown[],
) => Promise<{ records: RecordOf<C>[]; unreadable: Unreadable[] }>;

type Select = <C extends CollectionName>(collection: C, query: Query<C>) => CloudQuery;

const sortOutBy =
  (setAside: Store['setAside']): SortOut =>
  async (collection, documents) => {
    const readings = documents.map((data) => tryRecord(collection, data));
    const unreadable = readings.flatMap((reading) => reading.unreadable ?? []);
    if (unreadable.length > 0) await setAside(unreadable);
    const records = readings.flatMap((reading) => (reading.unreadable ? [] : [reading.record]));
    return { records, unreadable };
  };

const selectIn =
  (db: CloudDatabase): Select =>
  (collection, query) => {
    const found = db.collection(collection).where(filterOf(db.command, query.where));
    const ordered = query.orderBy ? found.orderBy(...query.orderBy) : found;
    return ordered.limit(query.limit);
  };

const lookUpIn =
  (db: CloudDatabase, sortOut: SortOut): Store['lookUp'] =>
  async (collection, ids) => {
    const pages = chunks(ids, PAGE).map(async (part) => {
      const known = db.collection(collection).where({ _id: db.command.in(part) });
      return (await known.limit(PAGE).get()).data;
    });
    const { records, unreadable } = await sortOut(collection, (await Promise.all(pages)).flat());
    return { records, unreadable: new Map(unreadable.map((one) => [one.id, one])) };
  };

const lookForBy =
  (select: Select, sortOut: SortOut): Store['lookFor'] =>
  async (collection, query) => {
    const { data } = await select(collection, query).get();
    const { records, unreadable } = await sortOut(collection, data);
    return { records, unreadable: new Map(unreadable.map((one) => [one.id, one])) };
  };

interface Behind {
  /** Documents that stand before those asked for. */
  readonly seen: number;
  readonly missing: number;
  /** Of the unreadable. */
  readonly first: Unreadable;
}

/** As many as are missing, from behind the `seen` first documents. */
const findFurther =
  (select: Select, sortOut: SortOut) =>
  async <C extends CollectionName>(
    collection: C,
    query: Query<C>,
    { seen, missing, first }: Behind,
  ): Promise<RecordOf<C>[]> => {
    const found: RecordOf<C>[] = [];
    for (let look = 0; look < MAX_FURTHER; look += 1) {
      const further = select(collection, { ...query, limit: FURTHER });
      const { data } = await further.skip(seen + look * FURTHER).get();
      found.push(...(await sortOut(collection, data)).records);
      if (found.length >= missing || data.length < FURTHER) return found.slice(0, missing);
    }
    // So many at once are a release that was rolled back: a list that ends early would look complete.
    throw new UnreadableRecord(first);
  };

const findBy = (select: Select, sortOut: SortOut): Store['find'] => {
  const further = findFurther(select, sortOut);
  return async (collection, query) => {
    const { data } = await select(collection, query).get();
    const { records, unreadable } = await sortOut(collection, data);
    const [first] = unreadable;
    if (!first) return records;
    if (query.strict) throw new UnreadableRecord(first);
    if (data.length < query.limit) return records;
    const behind = { seen: data.length, missing: unreadable.length, first };
    return [...records, ...(await further(collection, query, behind))];
  };
};

/** One document; that it is no record is told before anybody hears of it. */
const oneBy =
  (setAside: Store['setAside']) =>
  async <C extends CollectionName>(collection: C, data: unknown): Promise<RecordOf<C> | UnreadableRecord> => {
    const reading = tryRecord(collection, data);
    if (!reading.unreadable) return reading.record;
    await setAside([reading.unreadable]);
    return new UnreadableRecord(reading.unreadable);
  };

/** @param setAside hears of every document that is no record */
export const createReads = (db: CloudDatabase, setAside: Store['setAside']) => {
  const sortOut = sortOutBy(setAside);
  const select = selectIn(db);
  return {
    select,
    idsIn,
    lookUp: lookUpIn(db, sortOut),
    lookFor: lookForBy(select, sortOut),
    find: findBy(select, sortOut),
    one: oneBy(setAside),
  };
};

export type Reads = ReturnType<typeof createReads>;
