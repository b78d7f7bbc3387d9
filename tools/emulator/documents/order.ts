import { resolve } from 'mingo/util';
import { isPlain, type Doc } from './wire';

/** Field → 1 ascending, -1 descending; earlier fields weigh more. */
export type Sort = readonly (readonly [field: string, direction: 1 | -1])[];

const SURROGATE = /[\ud800-\udfff]/;

/** MongoDB compares strings by their UTF-8 bytes, which differs from JavaScript beyond U+FFFF. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  if (SURROGATE.test(a) || SURROGATE.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

function rank(value: unknown): number {
  if (value === null || value === undefined) return 1;
  if (typeof value === 'number') return 2;
  if (typeof value === 'string') return 3;
  if (isPlain(value)) return 4;
  if (Array.isArray(value)) return 5;
  if (typeof value === 'boolean') return 8;
  if (value instanceof Date) return 9;
  return 10;
}

/** BSON order: null and missing < numbers < strings < objects < arrays < booleans < dates. */
export function compareValues(a: unknown, b: unknown): number {
  const byType = rank(a) - rank(b);
  if (byType !== 0) return byType;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  if (isPlain(a) && isPlain(b)) return compareLists(Object.entries(a).flat(), Object.entries(b).flat());
  const [x, y] = [Number(a ?? 0), Number(b ?? 0)];
  // NaN is the smallest number and equal to itself.
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
  return x < y ? -1 : x > y ? 1 : 0;
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** An array sorts by its smallest element upwards and by its largest downwards. */
function sortKey(doc: Doc, field: string, direction: 1 | -1): unknown {
  const value: unknown = resolve(doc, field);
  if (!Array.isArray(value)) return value;
  return value.reduce<unknown>(
    (best, item, i) => (i === 0 || compareValues(item, best) * direction < 0 ? item : best),
    undefined,
  );
}

/** Stable: equal documents keep their insertion order. */
export function sortDocuments(docs: readonly Doc[], sort: Sort): Doc[] {
  const keyed = docs.map((doc) => ({ doc, keys: sort.map(([f, d]) => sortKey(doc, f, d)) }));
  keyed.sort((a, b) => {
    for (const [i, [, direction]] of sort.entries()) {
      const order = compareValues(a.keys[i], b.keys[i]);
      if (order !== 0) return order * direction;
    }
    return 0;
  });
  return keyed.map(({ doc }) => doc);
}
