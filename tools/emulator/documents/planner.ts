import { Kind, NUMERIC, kindOf, sortsLikeMongo } from './kinds';
import type { Sort } from './order';
import { predicatesOf, type Comparison } from './predicates';
import type { Doc } from './wire';

export type SqlValue = string | number | Buffer;

/** An index as the planner sees it: for each key an SQL expression and what the field has held so far. */
export interface PlannedIndex {
  readonly sqlName: string;
  readonly keys: readonly IndexKey[];
}

interface IndexKey {
  readonly field: string;
  readonly direction: 1 | -1;
  readonly sql: string;
  readonly kinds: number;
}

/** A part of an index that is sorted by itself. */
interface Stretch {
  readonly where: string;
  readonly params: readonly SqlValue[];
}

/**
 * Lists of values before the sorted keys: a stretch of the index for each value, merged in the order asked for, so that a
 * small limit reads little. Source: MongoDB's manual, “The ESR (Equality, Sort, Range) Guideline”, on `$in`.
 */
interface Merge {
  readonly stretches: readonly Stretch[];
  /** What they are merged by, in SQL. */
  readonly keys: readonly { readonly sql: string; readonly order: 'ASC' | 'DESC' }[];
}

/** With more values than these MongoDB sorts what it has found. */
const MOST_STRETCHES = 200;

/** How to fetch candidates: a superset of the matches, found without reading the rest. */
export interface Plan {
  /** The index used, or undefined for a walk through everything. */
  readonly index?: string;
  readonly where: string;
  readonly orderBy: string;
  readonly params: readonly SqlValue[];
  /** In place of `where` and `params`, where candidates are looked for and not only counted. */
  readonly merge?: Merge | undefined;
  /** The candidates arrive in the order asked for. */
  readonly sorted: boolean;
  /** Every candidate matches: no second look needed. */
  readonly exact: boolean;
}

const parameter = (value: string | number | boolean | Date): SqlValue =>
  typeof value === 'boolean' || value instanceof Date ? Number(value) : value;

interface Clause {
  readonly sql: string;
  readonly params: readonly SqlValue[];
  readonly exact: boolean;
  /** Of a list of values, one for each. */
  readonly oneByOne?: readonly Clause[];
}

/** SQLite tells numbers, booleans and dates apart only where a field has held just one of them. */
const isExact = (kinds: number, value: unknown) =>
  (kindOf(value) & NUMERIC) === 0 || (kinds & NUMERIC & ~kindOf(value)) === 0;

function clause(key: IndexKey, comparison: Comparison): Clause {
  const { sql, kinds } = key;
  if (comparison.op === 'IN') {
    const values = comparison.values.filter((value) => value !== null);
    const marks = values.map(() => '?').join(', ');
    const orEmpty = values.length < comparison.values.length ? ` OR ${sql} IS NULL` : '';
    return {
      sql: `(${sql} IN (${marks})${orEmpty})`,
      params: values.map(parameter),
      exact: values.every((value) => isExact(kinds, value)),
      oneByOne: [...new Set(comparison.values)].map((value) => clause(key, { op: '=', value })),
    };
  }
  const { op, value } = comparison;
  if (value === null) return { sql: `${sql} IS NULL`, params: [], exact: true };
  // In SQL every text is greater than every number; MongoDB compares within one type.
  const bound = typeof value !== 'string' && op.startsWith('>') ? ` AND ${sql} < ''` : '';
  const floor = typeof value === 'string' && op.startsWith('<') ? ` AND ${sql} >= ''` : '';
  return { sql: `${sql} ${op} ?${bound}${floor}`, params: [parameter(value)], exact: isExact(kinds, value) };
}

interface Candidate extends Plan {
  readonly score: number;
}

/** Whether the keys after the pinned ones deliver the sort; -1 = read backwards. */
function deliveredSort(
  keys: readonly IndexKey[],
  pinned: ReadonlySet<string>,
  sort: Sort,
): 1 | -1 | undefined {
  const wanted = sort.filter(([field]) => !pinned.has(field));
  const [first] = keys;
  if (wanted.length === 0) return 1;
  if (!first) return undefined;
  const turn = wanted[0]?.[1] === first.direction ? 1 : -1;
  const fits = wanted.every(([field, direction], i) => {
    const key = keys[i];
    return key?.field === field && key.direction * turn === direction && sortsLikeMongo(key.kinds);
  });
  return fits ? turn : undefined;
}

type Demands = ReadonlyMap<string, readonly Comparison[]>;

/** How far the keys of an index serve the demands: equalities first, then one range. */
interface Reach {
  readonly clauses: readonly Clause[];
  readonly used: ReadonlySet<string>;
  /** Keys with one value each: behind them the index is sorted by the next key. */
  readonly pinned: ReadonlySet<string>;
  /** Keys with an equality or a list of values. */
  readonly depth: number;
}

function reachOf(index: PlannedIndex, demands: Demands): Reach {
  const clauses: Clause[] = [];
  const used = new Set<string>();
  const pinned = new Set<string>();
  let depth = 0;
  for (const key of index.keys) {
    const comparisons = demands.get(key.field) ?? [];
    clauses.push(...comparisons.map((each) => clause(key, each)));
    if (comparisons.length > 0) used.add(key.field);
    const isEqual = comparisons.some((each) => each.op === '=');
    if (!isEqual && !comparisons.some((each) => each.op === 'IN')) break;
    if (isEqual) pinned.add(key.field);
    depth += 1;
  }
  return { clauses, used, pinned, depth };
}

const stretchesOf = (clauses: readonly Clause[]): readonly Stretch[] =>
  clauses.reduce<Stretch[]>(
    (stretches, one) =>
      stretches.flatMap(({ where, params }) =>
        (one.oneByOne ?? [one]).map((each) => ({
          where: where ? `${where} AND ${each.sql}` : each.sql,
          params: [...params, ...each.params],
        })),
      ),
    [{ where: '', params: [] }],
  );

const countStretches = (clauses: readonly Clause[]): number =>
  clauses.reduce((product, { oneByOne }) => product * (oneByOne?.length ?? 1), 1);

/** What one index can do for a query, or undefined when it is no help or not to be trusted. */
function consider(
  index: PlannedIndex,
  demands: Demands,
  complete: boolean,
  sort: Sort,
): Candidate | undefined {
  if (index.keys.some((key) => key.kinds & Kind.other)) return undefined;
  const { clauses, used, pinned, depth } = reachOf(index, demands);
  const rest = index.keys.slice(depth);
  const hasList = pinned.size < depth;
  const stretches = countStretches(clauses);
  const isMergeable = !hasList || (stretches > 0 && stretches <= MOST_STRETCHES);
  const turn = isMergeable ? deliveredSort(rest, pinned, sort) : undefined;
  const sorted = sort.length > 0 && turn !== undefined;
  const score = depth * 4 + (used.size > depth ? 2 : 0) + (sorted ? 1 : 0);
  if (score === 0) return undefined;
  const ordering = rest.slice(0, sort.filter(([field]) => !pinned.has(field)).length);
  const keys = ordering.map(({ sql, direction }) => ({
    sql,
    order: direction * (turn ?? 1) > 0 ? ('ASC' as const) : ('DESC' as const),
  }));
  return {
    score,
    index: index.sqlName,
    where: clauses.map((each) => each.sql).join(' AND '),
    // Without a sort, or among equals, the order is the index's own, as in MongoDB.
    orderBy: sorted ? keys.map(({ sql, order }) => `${sql} ${order}`).join(', ') : '',
    params: clauses.flatMap((each) => each.params),
    merge: hasList && sorted && keys.length > 0 ? { stretches: stretchesOf(clauses), keys } : undefined,
    sorted,
    exact: complete && used.size === demands.size && clauses.every((each) => each.exact),
  };
}

/** Picks the index with the longest equality prefix, then a range, then the sort. */
export function plan(indexes: readonly PlannedIndex[], condition: Doc, sort: Sort): Plan {
  const { byField, complete } = predicatesOf(condition);
  let best: Candidate | undefined;
  for (const index of indexes) {
    const candidate = consider(index, byField, complete, sort);
    if (candidate && candidate.score > (best?.score ?? 0)) best = candidate;
  }
  const nothingAsked = complete && byField.size === 0;
  return best ?? { where: '', orderBy: 'seq', params: [], sorted: false, exact: nothingAsked };
}
