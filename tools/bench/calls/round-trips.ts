import type { ActionSpan } from '../../emulator/types';

/** What one call asked of the database. */
export interface DatabaseCost {
  readonly requests: number;
  /** The longest chain of requests of which each began after the one before had been answered. */
  readonly roundTrips: number;
  readonly writes: number;
}

const WRITES: readonly string[] = [
  'database.insertDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
];

const isDatabase = ({ action }: ActionSpan): boolean => action.startsWith('database.');

/** Requests that run at the same time cost one round trip together. */
export const databaseCost = (spans: readonly ActionSpan[]): DatabaseCost => {
  const requests = spans.filter(isDatabase).sort((one, other) => one.from - other.from);
  const depths: { to: number; depth: number }[] = [];
  for (const { from, to } of requests) {
    const before = depths.filter((earlier) => earlier.to <= from).map(({ depth }) => depth);
    depths.push({ to, depth: Math.max(0, ...before) + 1 });
  }
  const roundTrips = Math.max(0, ...depths.map(({ depth }) => depth));
  const writes = requests.filter(({ action }) => WRITES.includes(action)).length;
  return { requests: requests.length, roundTrips, writes };
};
