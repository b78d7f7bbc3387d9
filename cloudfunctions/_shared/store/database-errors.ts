/** Failures of the database that are told apart by their text; the self-check tries whether the text is still so. */

/** wx-server-sdk strips the code of a conflict, so only its text tells. */
export const isConflict = (error: unknown): boolean => {
  const { errMsg, message, code } = (error ?? {}) as { errMsg?: unknown; message?: unknown; code?: unknown };
  return /Transaction_?Conflict/i.test([errMsg, message, code].join(' '));
};

/** Somebody else has written one of the ids meanwhile. */
export const isDuplicate = (error: unknown): boolean => {
  const { errMsg, message } = (error ?? {}) as { errMsg?: unknown; message?: unknown };
  return /E11000|duplicate/i.test([errMsg, message].join(' '));
};
