import { invalidParam } from './failures';
import type { Sort } from './order';
import { isPlain, parseObject, type Doc } from './wire';

/** The members of an admin request, as they came. */
export type Request = Readonly<Record<string, unknown>>;

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

export function requiredText(request: Request, member: string): string {
  const value = request[member];
  if (typeof value !== 'string' || value === '') throw invalidParam(`${member} must be a non-empty string`);
  return value;
}

export function optionalText(request: Request, member: string): string | undefined {
  const value = request[member];
  if (value === undefined || value === null || value === '') return undefined;
  return requiredText(request, member);
}

function wholeNumber(request: Request, member: string, unset: number): number {
  const value = request[member] ?? unset;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw invalidParam(`${member} must be a whole number of at least 0`);
  }
  return value;
}

/** Page of a read: 100 documents when unset, never more than 1000. */
export const pageOf = (request: Request) => ({
  skip: wholeNumber(request, 'offset', 0),
  limit: Math.min(wholeNumber(request, 'limit', DEFAULT_LIMIT) || DEFAULT_LIMIT, MAX_LIMIT),
});

/** Reads `{ field: ±1 }`, or a list of such objects. */
export function sortOf(value: unknown): Sort {
  const parts = Array.isArray(value) ? value : [value];
  return parts.flatMap((part: unknown) => {
    if (!isPlain(part)) throw invalidParam('order must be an object of 1 and -1');
    return Object.entries(part).map(([field, direction]) => {
      if (direction !== 1 && direction !== -1) throw invalidParam(`order of ${field} must be 1 or -1`);
      return [field, direction] as const;
    });
  });
}

/** The condition of a request; a write must state one, even if empty. */
export function conditionOf(request: Request, now: number, required: boolean): Doc {
  if (required && (request.query === undefined || request.query === null))
    throw invalidParam('query is required');
  return parseObject(request.query, now, 'query');
}

const isId = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** The `_id` a condition names, when it names exactly one document. */
export function namedId(condition: Doc): string | number | undefined {
  const id =
    isPlain(condition._id) && Object.keys(condition._id).join() === '$eq' ? condition._id.$eq : condition._id;
  return isId(id) ? id : undefined;
}
