import { databaseCost } from '../../../tools/bench/calls/round-trips';

const read = (from: number, to: number) => ({ action: 'database.getDocument', from, to });
const write = (from: number, to: number) => ({ action: 'database.modifyDocument', from, to });

it.each([
  ['nothing', [], { requests: 0, roundTrips: 0, writes: 0 }],
  ['one after the other', [read(0, 2), read(2, 4), write(5, 6)], { requests: 3, roundTrips: 3, writes: 1 }],
  ['side by side', [read(0, 5), read(1, 4), read(2, 6)], { requests: 3, roundTrips: 1, writes: 0 }],
  // Two chains that run beside each other cost as much as the longer of them.
  [
    'in two chains',
    [read(0, 5), read(1, 3), read(3, 8), read(6, 9), read(8, 12)],
    { requests: 5, roundTrips: 3, writes: 0 },
  ],
  [
    'of other services',
    [{ action: 'storage.getUploadMetadata', from: 0, to: 1 }],
    { requests: 0, roundTrips: 0, writes: 0 },
  ],
] as const)('counts what a call asks of the database: %s', (_how, spans, cost) => {
  expect(databaseCost(spans)).toEqual(cost);
});
