import { Query } from 'mingo/query';
import { ProtocolError, type CallCounters } from '../types';
import type { Collection } from './catalog';
import { requestFailed } from './failures';
import { distanceTo, queryOptions } from './operators';
import { sortDocuments, type Sort } from './order';
import { plan, type Plan } from './planner';
import type { DocId, Store } from './store';
import { decode, isPlain, type Doc } from './wire';

export interface FindQuery {
  readonly condition: Doc;
  readonly sort?: Sort;
  readonly skip?: number;
  readonly limit?: number;
}

/** Documents that a transaction sees differently from the store: EJSON text, null where it sees none. */
export type Overlay = ReadonlyMap<DocId, string | null>;

export type ScanCounter = Pick<CallCounters, 'documentsScanned'>;

const FIRST_CHUNK = 100;

/** Runs work of the query engine; what it throws is the request's fault. */
export function guarded<T>(operation: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    throw requestFailed(operation, error instanceof Error ? error.message : String(error));
  }
}

/** Compiles a condition; throws DATABASE_REQUEST_FAILED for an unknown operator. */
export function matcher(condition: Doc): (doc: Doc) => boolean {
  const query = guarded('Query', () => new Query<Doc>(condition, queryOptions));
  return (doc) => guarded('Query', () => query.test(doc));
}

/** A `$nearSphere` condition sorts by distance. */
function nearest(docs: readonly Doc[], condition: Doc): Doc[] | undefined {
  for (const [field, value] of Object.entries(condition)) {
    const near = isPlain(value) ? (value.$nearSphere ?? value.$near) : undefined;
    if (!isPlain(near)) continue;
    const metres = (doc: Doc) =>
      distanceTo(
        field.split('.').reduce<unknown>((v, k) => (isPlain(v) ? v[k] : v), doc),
        near,
      ) ?? Infinity;
    return docs
      .map((doc) => ({ doc, away: metres(doc) }))
      .sort((a, b) => a.away - b.away)
      .map(({ doc }) => doc);
  }
  return undefined;
}

/** Candidates in the plan's order, fetched in growing chunks so that a small limit reads little. */
function* candidates(
  store: Store,
  collection: Collection,
  chosen: Plan,
  first: number,
  scanned: ScanCounter,
): Generator<Doc> {
  let size = first;
  for (let offset = 0; ; offset += size, size *= 2) {
    const bodies = store.bodies(collection, chosen, Number.isFinite(size) ? size : -1, offset);
    // A merge looks one entry ahead in each of its stretches.
    const ahead = offset === 0 ? (chosen.merge?.stretches.length ?? 1) - 1 : 0;
    scanned.documentsScanned += bodies.length + ahead;
    for (const body of bodies) yield decode(body);
    if (bodies.length < size) return;
  }
}

function* overlaid(docs: Iterable<Doc>, overlay: Overlay): Generator<Doc> {
  for (const doc of docs) if (!overlay.has(doc._id as DocId)) yield doc;
  for (const body of overlay.values()) if (body !== null) yield decode(body);
}

/** The documents that match, as fresh copies, sorted and paged. */
export function find(
  store: Store,
  collection: Collection,
  query: FindQuery,
  scanned: ScanCounter,
  overlay?: Overlay,
): Doc[] {
  const { condition, sort = [], skip = 0, limit = Infinity } = query;
  const chosen = plan(collection.indexes, condition, sort);
  const changed = overlay !== undefined && overlay.size > 0;
  const matches = chosen.exact && !changed ? undefined : matcher(condition);
  const inOrder = chosen.sorted && !changed;
  const isNear = sort.length === 0 && JSON.stringify(condition).includes('"$near');
  const enough = (sort.length > 0 && !inOrder) || isNear ? Infinity : skip + limit;
  const first = chosen.exact && !changed ? enough : Math.max(enough, FIRST_CHUNK);
  const stored = candidates(store, collection, chosen, first, scanned);
  const found: Doc[] = [];
  if (enough > 0) {
    for (const doc of changed ? overlaid(stored, overlay) : stored) {
      if (matches && !matches(doc)) continue;
      found.push(doc);
      if (found.length >= enough) break;
    }
  }
  const sorted =
    sort.length > 0 && !inOrder ? sortDocuments(found, sort) : (isNear && nearest(found, condition)) || found;
  return sorted.slice(skip, skip + limit);
}

/** How many documents match. */
export function count(store: Store, collection: Collection, condition: Doc, scanned: ScanCounter): number {
  const chosen = plan(collection.indexes, condition, []);
  if (!chosen.exact) return find(store, collection, { condition }, scanned).length;
  const total = store.count(collection, chosen);
  scanned.documentsScanned += chosen.where ? total : 0;
  return total;
}

/** Keeps or drops fields as a projection says. */
export function project(docs: readonly Doc[], projection: Doc): Doc[] {
  if (Object.keys(projection).length === 0) return [...docs];
  return guarded('Query', () => new Query<Doc>({}, queryOptions).find<Doc>([...docs], projection).all());
}
