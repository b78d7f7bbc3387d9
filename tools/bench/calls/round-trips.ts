import type { ActionSpan } from '../../emulator/types';

/** What one call asked of the database. Requests that run at the same time cost one round trip together. */
export interface DatabaseCost {
  readonly requests: number;
  /** Documents put, changed or removed, in a transaction or not. */
  readonly writes: number;
  /** The longest chain of requests of which each began after the one before had been answered. */
  readonly roundTrips: number;
  /** The part of it up to the transaction's first request; all of it where there is none. */
  readonly before: number;
  /** From the first request of the transaction to the last, what it writes left out. */
  readonly inside: number;
  /** What it writes: one document after the other. */
  readonly documents: number;
  readonly after: number;
}

const WRITES: readonly string[] = [
  'database.insertDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
];

const isDatabase = ({ action }: ActionSpan): boolean => action.startsWith('database.');
const isWrite = ({ action }: ActionSpan): boolean => WRITES.includes(action);
const isInside = ({ transactionId }: ActionSpan): boolean => transactionId !== undefined;

/** @param requests in the order in which they began */
const longestChain = (requests: readonly ActionSpan[]): number => {
  const depths: { to: number; depth: number }[] = [];
  for (const { from, to } of requests) {
    const before = depths.filter((earlier) => earlier.to <= from).map(({ depth }) => depth);
    depths.push({ to, depth: Math.max(0, ...before) + 1 });
  }
  return Math.max(0, ...depths.map(({ depth }) => depth));
};

export const databaseCost = (spans: readonly ActionSpan[]): DatabaseCost => {
  const requests = spans.filter(isDatabase).sort((one, other) => one.from - other.from);
  const inside = requests.filter(isInside);
  const opens = Math.min(...inside.map(({ from }) => from));
  const ends = Math.max(...inside.map(({ to }) => to));
  const hasTransaction = inside.length > 0;
  const within = requests.filter(({ from, to }) => hasTransaction && to > opens && from < ends);
  const isWritten = (span: ActionSpan): boolean => isInside(span) && isWrite(span);
  return {
    requests: requests.length,
    writes: requests.filter(isWrite).length,
    roundTrips: longestChain(requests),
    before: longestChain(requests.filter(({ to }) => !hasTransaction || to <= opens)),
    inside: longestChain(within.filter((span) => !isWritten(span))),
    documents: inside.filter(isWrite).length,
    after: longestChain(requests.filter(({ from }) => hasTransaction && from >= ends)),
  };
};

const figureByFigure = (pick: (of: (cost: DatabaseCost) => number) => number): DatabaseCost => ({
  requests: pick(({ requests }) => requests),
  writes: pick(({ writes }) => writes),
  roundTrips: pick(({ roundTrips }) => roundTrips),
  before: pick(({ before }) => before),
  inside: pick(({ inside }) => inside),
  documents: pick(({ documents }) => documents),
  after: pick(({ after }) => after),
});

/** The dearest of several calls, figure by figure. */
export const dearest = (costs: readonly DatabaseCost[]): DatabaseCost =>
  figureByFigure((of) => Math.max(0, ...costs.map(of)));

/** The cheapest of the same call measured several times, figure by figure. */
export const cheapest = (costs: readonly DatabaseCost[]): DatabaseCost =>
  figureByFigure((of) => Math.min(...costs.map(of)));
