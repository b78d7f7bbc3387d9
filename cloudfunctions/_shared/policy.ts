/** Numbers of this product that no rulebook decides, in one place. Durations in milliseconds. */
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Guesses allowed per openid and per student number before signing in is locked. */
export const SIGN_IN = { maxTries: 5, lockMs: 15 * MINUTE } as const;

export const CODES = { inviteLength: 6, invitationLength: 12, invitationMs: 7 * DAY } as const;

export const DELIVERY = {
  /** Longer than a send can take, so a live sender never loses its lease. */
  leaseMs: MINUTE,
  batchSize: 20,
  parallelSends: 10,
  firstBackoffMs: MINUTE,
  maxBackoffMs: 2 * HOUR,
  maxAttempts: 8,
  sendTimeoutMs: 5 * SECOND,
  /** No new batch starts after this much of the function's timeout. */
  budgetMs: 40 * SECOND,
} as const;

export const PAGING = { sweep: 50, queue: 100, messages: 20, branch: 300, inboxLookback: 60 } as const;

export const MEMORY = { bookedAskIds: 30 } as const;

export const ROSTER = { membersPerTransaction: 20, parallelTransactions: 5 } as const;
