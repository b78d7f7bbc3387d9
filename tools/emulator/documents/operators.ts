import { Context, evalExpr } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import * as window from 'mingo/operators/window';
import { Query } from 'mingo/query';
import type { Iterator } from 'mingo/lazy';
import type { Options } from 'mingo/types';
import { resolve } from 'mingo/util';
import { EARTH_RADIUS, covers, distance, intersect, positions, type Position } from './geometry';
import { jsonSchema } from './json-schema';
import { WHOLE_VALUES } from './whole-values';
import { isPlain, type Doc } from './wire';

type Predicate = (doc: Doc) => boolean;

const DAY = 86_400_000;
const DOCUMENT_CONDITIONS = ['$and', '$or', '$nor'];

/** mingo matches `{ field: … }` against scalars too; MongoDB only against objects. */
function elemMatch(selector: string, criteria: Doc, options: Options): Predicate {
  const keys = Object.keys(criteria);
  const onValues =
    keys.length > 0 && keys.every((k) => k.startsWith('$') && !DOCUMENT_CONDITIONS.includes(k));
  const inner = new Query<Doc>(onValues ? { value: criteria } : criteria, options);
  const test = (item: unknown) =>
    onValues
      ? inner.test({ value: item })
      : (isPlain(item) || Array.isArray(item)) && inner.test(item as Doc);
  return (doc) => {
    const list = resolve(doc, selector, { unwrapArray: true });
    return Array.isArray(list) && list.some(test);
  };
}

const evaluated = (doc: unknown, expr: unknown, options: Options): readonly unknown[] => {
  const value: unknown = evalExpr(doc, expr, options);
  return Array.isArray(value) ? value : [value];
};

/** Weeks begin on Sunday; the days before the year's first Sunday are week 0. */
function week(doc: unknown, expr: unknown, options: Options): number | null {
  const value: unknown = evalExpr(doc, expr, options);
  const date = isPlain(value) ? value.date : value;
  if (!(date instanceof Date)) return null;
  const dayOfYear = Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY);
  return Math.floor((dayOfYear + 7 - date.getUTCDay()) / 7);
}

/** By bytes of UTF-8; a negative length takes the rest of the string. */
function substr(doc: unknown, expr: unknown, options: Options): string {
  const [text, start, length] = evaluated(doc, expr, options);
  const bytes = Buffer.from(text === null || text === undefined ? '' : String(text));
  const from = Number(start);
  const count = Number(length);
  return bytes.subarray(from, count < 0 ? undefined : from + count).toString();
}

function indexOfCP(doc: unknown, expr: unknown, options: Options): number | null {
  const [text, part, start = 0, end] = evaluated(doc, expr, options);
  if (text === null || text === undefined) return null;
  const points = [...String(text)];
  const wanted = [...String(part)];
  const stop = Math.min(typeof end === 'number' ? end : points.length, points.length);
  for (let i = Number(start); i + wanted.length <= stop; i++) {
    if (wanted.every((point, j) => points[i + j] === point)) return i;
  }
  return -1;
}

/** mingo puts a value that equals a boundary into the bucket below; MongoDB into the one it opens. */
function bucket(rows: Iterator, spec: Doc, options: Options): Iterator {
  const { groupBy, boundaries, output = { count: { $sum: 1 } } } = spec;
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw new Error('$bucket needs at least two boundaries');
  const branches = boundaries.slice(0, -1).map((from: unknown, i) => ({
    case: { $and: [{ $gte: [groupBy, from] }, { $lt: [groupBy, boundaries[i + 1] as unknown] }] },
    then: { $literal: from },
  }));
  const rest = 'default' in spec ? { default: { $literal: spec.default } } : {};
  const _id = { $switch: { branches, ...rest } };
  const groups = pipeline.$group(
    rows,
    { _id, ...(output as Doc) } as Parameters<typeof pipeline.$group>[1],
    options,
  );
  return pipeline.$sort(groups, { _id: 1 }, options);
}

const geometryOf = (value: Doc): unknown => value.$geometry;

function within(shape: unknown, area: Doc): boolean {
  const all = positions(shape);
  if (all.length === 0) return false;
  if (Array.isArray(area.$centerSphere)) {
    const [centre, radius] = area.$centerSphere as [Position, number];
    return all.every((p) => distance(p, centre) / EARTH_RADIUS <= radius);
  }
  return all.every((p) => covers(geometryOf(area), p));
}

function near(shape: unknown, condition: Doc): boolean {
  const metres = distanceTo(shape, condition);
  const { $maxDistance: max, $minDistance: min } = condition;
  return (
    metres !== undefined &&
    (typeof max !== 'number' || metres <= max) &&
    (typeof min !== 'number' || metres >= min)
  );
}

/** Metres from a stored shape to the centre of a `$nearSphere` condition. */
export function distanceTo(shape: unknown, condition: Doc): number | undefined {
  const [from] = positions(shape);
  const [to] = positions(geometryOf(condition));
  return from && to && distance(from, to);
}

const geo =
  (test: (shape: unknown, condition: Doc) => boolean) =>
  (selector: string, condition: Doc): Predicate =>
  (doc) =>
    test(resolve(doc, selector), condition);

/** mingo takes texts for numbers; MongoDB divides nothing else. */
const dividesTo =
  (selector: string, operand: unknown): Predicate =>
  (doc) => {
    const [divisor, rest] = operand as readonly [number, number];
    const found = resolve(doc, selector, { unwrapArray: true });
    const values: unknown[] = Array.isArray(found) ? found : [found];
    return values.some((value) => typeof value === 'number' && Math.trunc(value) % divisor === rest);
  };

/** mingo wants a list; MongoDB also takes the number alone. */
const truncated = (doc: unknown, expr: unknown, options: Options): unknown =>
  expression.$trunc(doc as Doc, Array.isArray(expr) ? expr : [expr], options);

/** mingo types an operator by its own list of operators, which a correction cannot be on. */
type Operators = Parameters<typeof Context.init>[0];

const builtIn = Context.init({
  accumulator: { ...accumulator },
  expression: { ...expression },
  pipeline: { ...pipeline },
  projection: { ...projection },
  query: { ...query },
  window: { ...window },
} as Operators);

const corrections: unknown = {
  expression: {
    $week: week,
    $substr: substr,
    $substrBytes: substr,
    $indexOfCP: indexOfCP,
    $trunc: truncated,
  },
  pipeline: { $bucket: bucket },
  query: {
    ...WHOLE_VALUES,
    $elemMatch: elemMatch,
    $mod: dividesTo,
    $geoWithin: geo(within),
    $geoIntersects: geo((shape, condition) => intersect(shape, geometryOf(condition))),
    $nearSphere: geo(near),
    $near: geo(near),
  },
};
const corrected = Context.init(corrections as Operators);

/** mingo's operators with MongoDB's behaviour where mingo differs; what stands first wins. */
export const queryOptions = {
  context: Context.from(corrected, builtIn),
  scriptEnabled: false,
  jsonSchemaValidator: jsonSchema,
};
