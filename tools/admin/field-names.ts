/** Field names of documents: CloudBase documents letters, digits and `_`, at most 32 of them. */

const FIELD_NAME = /^[A-Za-z0-9_]{1,32}$/;

/** Names the platform does not allow, at every depth. */
export const badNamesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(badNamesIn);
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(FIELD_NAME.test(name) ? [] : [name]),
    ...badNamesIn(inner),
  ]);
};
