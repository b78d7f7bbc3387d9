/** What the desk sends when the 《团员证》 is stamped, or when that was somebody else's. */
export const STAMP = { stepId: 'card', part: 'done', isDone: true } as const;
export const UNSTAMP = { ...STAMP, isDone: false } as const;
