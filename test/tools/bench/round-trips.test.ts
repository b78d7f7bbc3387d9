import { cheapest, databaseCost, dearest } from '../../../tools/bench/calls/round-trips';

const read = (from: number, to: number) => ({ action: 'database.getDocument', from, to });
const write = (from: number, to: number) => ({ action: 'database.modifyDocument', from, to });
const inside = (action: string, from: number, to: number) => ({
  action: `database.${action}`,
  transactionId: 'tx',
  from,
  to,
});

const nothing = { requests: 0, writes: 0, roundTrips: 0, before: 0, inside: 0, documents: 0, after: 0 };

it.each([
  ['nothing', [], {}],
  [
    'one after the other',
    [read(0, 2), read(2, 4), write(5, 6)],
    { requests: 3, roundTrips: 3, before: 3, writes: 1 },
  ],
  ['side by side', [read(0, 5), read(1, 4), read(2, 6)], { requests: 3, roundTrips: 1, before: 1 }],
  // Two chains that run beside each other cost as much as the longer of them.
  [
    'in two chains',
    [read(0, 5), read(1, 3), read(3, 8), read(6, 9), read(8, 12)],
    { requests: 5, roundTrips: 3, before: 3 },
  ],
  ['of other services', [{ action: 'storage.getUploadMetadata', from: 0, to: 1 }], {}],
  [
    'around a transaction that begins while others read',
    [
      read(0, 1),
      { action: 'database.startTransaction', from: 2, to: 3 },
      read(2, 4),
      inside('getDocument', 5, 6),
      // Beside it, two at once.
      read(7, 8),
      read(7, 9),
      inside('modifyDocument', 10, 11),
      inside('removeDocument', 12, 13),
      inside('commitTransaction', 14, 15),
      read(16, 17),
    ],
    { requests: 10, writes: 2, roundTrips: 8, before: 2, inside: 3, documents: 2, after: 1 },
  ],
] as const)('counts what a call asks of the database: %s', (_how, spans, cost) => {
  expect(databaseCost(spans)).toEqual({ ...nothing, ...cost });
});

const twoCalls = [
  { ...nothing, roundTrips: 4, writes: 1 },
  { ...nothing, roundTrips: 3, writes: 2 },
];

it.each([
  ['dearest', dearest, { roundTrips: 4, writes: 2 }],
  ['cheapest', cheapest, { roundTrips: 3, writes: 1 }],
] as const)('keeps the %s of several calls, figure by figure', (_which, of, figures) => {
  expect(of(twoCalls)).toEqual({ ...nothing, ...figures });
});
