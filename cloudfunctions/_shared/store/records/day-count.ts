import * as v from 'valibot';

/** How often on the latest China day. */
export const dayCount = v.object({ day: v.number(), count: v.number() });
