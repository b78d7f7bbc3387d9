/** What is stored never changes in place, so that one copy serves everybody who reads it. */

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Frozen at every depth; what is frozen already is taken as it is. */
export const frozen = <T>(value: T): T => {
  if (!isPlain(value) || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
};

/** A frozen copy that shares with the original what is frozen in it. */
export const frozenCopy = <T>(value: T): T => {
  if (!isPlain(value) || Object.isFrozen(value)) return value;
  const copy: unknown = Array.isArray(value)
    ? value.map(frozenCopy)
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, frozenCopy(inner as unknown)]));
  return Object.freeze(copy) as T;
};
