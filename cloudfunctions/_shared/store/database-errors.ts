/** Failures of the database that are told apart by their text; the self-check tries whether the text is still so. */

/** wx-server-sdk strips the code of a conflict, so only its text tells. */
export const isConflict = (error: unknown): boolean => {
  const { errMsg, message, code } = (error ?? {}) as { errMsg?: unknown; message?: unknown; code?: unknown };
  return /Transaction_?Conflict/i.test([errMsg, message, code].join(' '));
};

/**
 * The plan lets no more through just now; what was asked for has not been done. The SDK knows the code of too many at
 * once (−501004); that of too many a second it makes a system error of, so its text tells: that of CloudBase's
 * EXCEED_RATELIMIT, or `[LimitExceeded.NoValidConnection] Connection num overrun` of too many connections.
 */
export const isRefusedByPlan = (error: unknown): boolean => {
  const { errCode, errMsg, message, code } = (error ?? {}) as Readonly<Record<string, unknown>>;
  const text = [errMsg, message, code].join(' ');
  return (
    errCode === -501004 ||
    /RATE_?LIMIT|CONCURRENT_REQUEST|NoValidConnection|overrun|frequency exceed|频率超/i.test(text)
  );
};

/**
 * The plan's calls of this month are used up: nothing is done until somebody buys more, or the next month begins, and
 * asking again changes nothing. −501003 is EXCEED_REQUEST_LIMIT in WeChat's list of codes.
 */
export const isMonthUsedUp = (error: unknown): boolean => {
  const { errCode, errMsg, message, code } = (error ?? {}) as Readonly<Record<string, unknown>>;
  return errCode === -501003 || /EXCEED_REQUEST_LIMIT/.test([errMsg, message, code].join(' '));
};

/** Somebody else has written one of the ids meanwhile. */
export const isDuplicate = (error: unknown): boolean => {
  const { errMsg, message } = (error ?? {}) as { errMsg?: unknown; message?: unknown };
  return /E11000|duplicate/i.test([errMsg, message].join(' '));
};

/** Others were quicker each time it was tried: nothing is wrong with what was to be written. */
export class RivalsWithoutEnd extends Error {
  readonly code = 'BUSY';
}

/** What the SDK or the network has thrown: a code of theirs, which no bug of ours has. */
export const isOfDatabase = (error: unknown): boolean => {
  const { errCode, code } = (error ?? {}) as Readonly<Record<string, unknown>>;
  return errCode !== undefined || code !== undefined;
};
