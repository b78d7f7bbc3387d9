/** Edits of rules as they travel. */
import * as v from 'valibot';

/** Values are looked at by the places of the rulebook they are for. */
export const editView = v.object({ path: v.string(), value: v.unknown() });
