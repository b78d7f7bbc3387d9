/** Properties of a component whose values are ours: WeChat checks the kind, the compiler the rest. */

export const listOf = <T>(): { type: ArrayConstructor; value: T[] } => ({ type: Array, value: [] });

/** One thing, or null while the page has none. */
export const maybe = <T>(): { type: null; value: T | null } => ({ type: null, value: null });
