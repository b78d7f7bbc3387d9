import { isPlain, type Doc } from './wire';

/**
 * Which kinds of values an indexed field has ever held in a collection, as bits. The index compares what
 * SQLite extracts (booleans and dates become numbers), so these bits say what it may be trusted with.
 */
export const Kind = { empty: 1, number: 2, text: 4, boolean: 8, date: 16, other: 32 } as const;

/** The kinds SQLite sees as numbers. */
export const NUMERIC = Kind.number | Kind.boolean | Kind.date;

/** SQLite cuts text at NUL, and a lone surrogate has no UTF-8. */
const UNSAFE_TEXT = /\0|\p{Surrogate}/u;

export const isIndexableText = (value: unknown): value is string =>
  typeof value === 'string' && !UNSAFE_TEXT.test(value);

/** The kind of one value; fractions are `other` because SQLite may read the last digit differently. */
export function kindOf(value: unknown): number {
  if (value === null || value === undefined) return Kind.empty;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? Kind.number : Kind.other;
  if (typeof value === 'string') return isIndexableText(value) ? Kind.text : Kind.other;
  if (typeof value === 'boolean') return Kind.boolean;
  return value instanceof Date ? Kind.date : Kind.other;
}

/** The kind a document contributes to a dotted path; an array on the way makes it `other`. */
export function kindAt(doc: Doc, path: readonly string[]): number {
  let value: unknown = doc;
  for (const key of path) {
    if (Array.isArray(value)) return Kind.other;
    if (!isPlain(value)) return Kind.empty;
    value = Object.prototype.hasOwnProperty.call(value, key) ? value[key] : undefined;
  }
  return kindOf(value);
}

/** Whether SQLite orders these kinds as MongoDB does. */
export function sortsLikeMongo(kinds: number): boolean {
  const present = kinds & ~Kind.empty;
  return (present & ~(Kind.number | Kind.text)) === 0 || present === Kind.boolean || present === Kind.date;
}
