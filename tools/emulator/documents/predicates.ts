import { isIndexableText } from './kinds';
import { isPlain, type Doc } from './wire';

type Scalar = string | number | boolean | Date | null;

/** One comparison of a field with plain values, in the words of SQL. */
export type Comparison =
  | { readonly op: '='; readonly value: Scalar }
  | { readonly op: 'IN'; readonly values: readonly Scalar[] }
  | { readonly op: '<' | '<=' | '>' | '>='; readonly value: string | number | Date };

export interface Predicates {
  readonly byField: ReadonlyMap<string, readonly Comparison[]>;
  /** Whether the comparisons say everything the condition says; there is no operator in it then that is unknown. */
  readonly complete: boolean;
}

const RANGE = { $lt: '<', $lte: '<=', $gt: '>', $gte: '>=' } as const;

function isScalar(value: unknown): value is Scalar {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return value instanceof Date ? Number.isFinite(value.getTime()) : isIndexableText(value);
}

function comparison(operator: string, value: unknown): Comparison | undefined {
  if (operator === '$eq') return isScalar(value) ? { op: '=', value } : undefined;
  if (operator === '$in') {
    if (!Array.isArray(value) || !value.every(isScalar)) return undefined;
    return { op: 'IN', values: value };
  }
  if (!(operator in RANGE) || !isScalar(value) || value === null || typeof value === 'boolean')
    return undefined;
  return { op: RANGE[operator as keyof typeof RANGE], value };
}

/** An `_id` is a string or a number, so nothing else needs to be looked for. */
function comparesIds(comparison: Comparison): boolean {
  const values = comparison.op === 'IN' ? comparison.values : [comparison.value];
  return values.every((value) => typeof value === 'string' || typeof value === 'number');
}

/** What a condition demands of single fields, from its top level and every `$and`. */
export function predicatesOf(condition: Doc): Predicates {
  const byField = new Map<string, Comparison[]>();
  let complete = true;
  const demand = (field: string, operator: string, value: unknown) => {
    const found = comparison(operator, value);
    if (!found || (field === '_id' && !comparesIds(found))) complete = false;
    else byField.set(field, [...(byField.get(field) ?? []), found]);
  };
  const visit = (part: unknown): void => {
    if (!isPlain(part)) return void (complete = false);
    for (const [field, value] of Object.entries(part)) {
      if (field === '$and' && Array.isArray(value) && value.length > 0) value.forEach(visit);
      else if (field.startsWith('$')) complete = false;
      else if (isPlain(value) && Object.keys(value).some((key) => key.startsWith('$'))) {
        for (const [operator, operand] of Object.entries(value)) demand(field, operator, operand);
      } else demand(field, '$eq', value);
    }
  };
  visit(condition);
  return { byField, complete };
}
