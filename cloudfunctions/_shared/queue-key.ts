/** Order of what waits for a college, as texts that sort: whose clock ends first, then who has waited longest. */

const DIGITS = 13;
const padded = (at: number): string => String(Math.max(0, at)).padStart(DIGITS, '0');

/** Unique by the id at its end, so a page can continue exactly where another ended. */
export const queueKeyOf = (item: {
  readonly id: string;
  readonly deadlineAt: number | null;
  readonly since: number;
}): string =>
  item.deadlineAt === null ? `1:${padded(item.since)}:${item.id}` : `0:${padded(item.deadlineAt)}:${item.id}`;

/** Nobody waits for it by the hour: after everything with a time. */
export const lastQueueKeyOf = (order: string, id: string): string => `2:${order}:${id}`;
