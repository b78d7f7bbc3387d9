import * as v from 'valibot';

/** Continues where a page ended; opaque to the client. */
export const cursor = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
