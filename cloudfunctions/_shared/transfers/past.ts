import type { Transfer } from '../store/records';

/** The earlier attempts and, once only, the one that is being left behind. */
export const withPast = (transfer: Transfer): Transfer['past'] => {
  const { past, attempt, wayId, routeId, fields, screenshots, initiatedAt, state, reason } = transfer;
  if (attempt === 0 || past.some((earlier) => earlier.attempt === attempt)) return past;
  return [...past, { attempt, wayId, routeId, fields, screenshots, initiatedAt, endedAs: state, reason }];
};
