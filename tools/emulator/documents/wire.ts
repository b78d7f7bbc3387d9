import { EJSON } from 'bson';
import { invalidParam } from './failures';

/** A document as the queries see it: plain values, Date, RegExp, and the rarer BSON wrappers. */
export type Doc = Record<string, unknown>;

export const isPlain = (value: unknown): value is Doc => {
  if (value === null || typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const bsonType = (value: object): unknown => ('_bsontype' in value ? value._bsontype : undefined);

/** JavaScript's own `g` and `y` make a RegExp stateful; MongoDB knows neither. */
const regexOptions = (options: string) => options.replace(/[^imsu]/g, '');

function fromWrapper(value: object): unknown {
  switch (bsonType(value)) {
    case 'ObjectID':
    case 'ObjectId':
      return String(value);
    case 'BSONRegExp': {
      const { pattern, options } = value as { pattern: string; options: string };
      return new RegExp(pattern, regexOptions(options));
    }
    case 'Long':
    case 'Int32':
    case 'Double':
      return Number(value);
    default:
      return value;
  }
}

/** BSON wrappers → plain values, in place. `now` (epoch ms) resolves `$tcb_server_date`. */
function normalise(value: unknown, now: number): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (Array.isArray(value)) {
    value.forEach((item: unknown, i) => (value[i] = normalise(item, now)));
    return value;
  }
  if (!isPlain(value)) return fromWrapper(value);
  const serverDate = value.$tcb_server_date;
  if (isPlain(serverDate)) return new Date(now + (Number(serverDate.offset) || 0));
  for (const key of Object.keys(value)) value[key] = normalise(value[key], now);
  return value;
}

/** Reads one EJSON string of a request (some SDK versions send the object itself). */
export function parseValue(text: unknown, now: number, what: string): unknown {
  try {
    const raw: unknown = typeof text === 'string' ? text : JSON.stringify(text);
    return normalise(EJSON.parse(String(raw)), now);
  } catch (error) {
    throw invalidParam(
      `${what} is not valid EJSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** As {@link parseValue}, but an object; nothing sent means an empty one. */
export function parseObject(text: unknown, now: number, what: string): Doc {
  if (text === undefined || text === null || text === '') return {};
  const value = parseValue(text, now, what);
  if (!isPlain(value)) throw invalidParam(`${what} must be an object`);
  return value;
}

function toStorable(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { $numberDouble: String(value) };
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? null : { $date: { $numberLong: String(value.getTime()) } };
  }
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: regexOptions(value.flags) } };
  }
  if (Array.isArray(value)) return value.map((item) => toStorable(item) ?? null);
  if (bsonType(value) !== undefined) return EJSON.serialize(value, { relaxed: false });
  const result: Doc = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined && typeof item !== 'function') result[key] = toStorable(item);
  }
  return result;
}

/**
 * Document → EJSON text, for storage and for replies. Dates take the canonical form, whose number the
 * indexes compare; everything else takes the short form.
 */
export const encode = (value: unknown): string => JSON.stringify(toStorable(value)) ?? 'null';

function revive(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    value.forEach((item: unknown, i) => (value[i] = revive(item)));
    return value;
  }
  const object = value as Doc;
  const keys = Object.keys(object);
  // Stored field names never start with a dollar, so such an object is always a wrapper.
  if (keys[0]?.startsWith('$')) return normalise(EJSON.deserialize(object), 0);
  for (const key of keys) object[key] = revive(object[key]);
  return object;
}

/** EJSON text written by {@link encode} → a fresh document. */
export const decode = (text: string): Doc => revive(JSON.parse(text)) as Doc;

/** A deep copy of plain values; dates and wrappers are immutable here and shared. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => copy(item)) as T;
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)])) as T;
}
