/**
 * Counters of a college, in sixteen shards by the owner's id. The step that moves a transfer moves the counters in
 * the same transaction. One document for a college would make every two steps rivals; with shards fifty steps at
 * once meet at three or four to a document, which the transaction's retries settle, and a college's figures are
 * sixteen documents however many transfers there are.
 */
import { shortHash } from '../../kernel/hash';
import type { Transaction } from '../../store/ports';
import type { Tally, Transfer } from '../../store/records';
import { addToBranches, addToCells, addToDays, addToDesk, standingOf } from './standing';

export const TALLY_SHARDS = 16;

export const shardOf = (memberId: string): number =>
  Number.parseInt(shortHash(memberId).slice(0, 4), 16) % TALLY_SHARDS;

export const emptyTally = (seasonId: string, collegeId: string, shard: number): Tally => ({
  _id: `${seasonId}:${collegeId}:${shard}`,
  recordVersion: 4,
  version: 0,
  seasonId,
  collegeId,
  shard,
  cells: [],
  decided: [],
  onDesk: [],
  desk: 0,
  deadlines: [],
  submitted: [],
  arrived: [],
});

const onDeskToo = (tally: Tally, transfer: Transfer, by: 1 | -1): Tally => {
  const { onDesk: kind } = standingOf(transfer);
  return {
    ...tally,
    onDesk: addToDesk(tally.onDesk, kind, by),
    desk: tally.desk + (kind === null ? 0 : by),
  };
};

/** The tally with a transfer counted in (`by` 1) or out (-1). */
export const counted = (tally: Tally, transfer: Transfer, by: 1 | -1): Tally => {
  const { cell, decided, deadline, submitted, arrived } = standingOf(transfer);
  return {
    ...onDeskToo(tally, transfer, by),
    cells: addToCells(tally.cells, cell, by),
    decided: addToBranches(tally.decided, decided, by),
    deadlines: addToDays(tally.deadlines, deadline, by),
    submitted: addToDays(tally.submitted, submitted, by),
    arrived: addToDays(tally.arrived, arrived, by),
  };
};

const move = async (
  tx: Transaction,
  transfer: Transfer,
  by: 1 | -1,
  count: typeof counted = counted,
): Promise<void> => {
  const { seasonId, collegeId, memberId } = transfer;
  const empty = emptyTally(seasonId, collegeId, shardOf(memberId));
  const { records, unreadable } = await tx.lookUp('tallies', [empty._id]);
  // A step does not wait for its counter: once that can be read again, everything is counted anew.
  if (unreadable.size > 0) return;
  const [tally = empty] = records;
  tx.put('tallies', { ...count(tally, transfer, by), version: tally.version + 1 });
};

const isSame = (before: Transfer | undefined, after: Transfer | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  before.collegeId === after.collegeId &&
  before.seasonId === after.seasonId &&
  JSON.stringify(standingOf(before)) === JSON.stringify(standingOf(after));

/** Brings the counters from what was stored to what is about to be; undefined means not there. */
export const moveTally = async (
  tx: Transaction,
  before: Transfer | undefined,
  after: Transfer | undefined,
): Promise<void> => {
  if (isSame(before, after)) return;
  if (before) await move(tx, before, -1);
  if (after) await move(tx, after, 1);
};

/** Takes a transfer that is cleared away out of what waits for the college, while the other figures stay. */
export const leaveDesk = async (tx: Transaction, transfer: Transfer): Promise<void> => {
  if (standingOf(transfer).onDesk !== null) await move(tx, transfer, -1, onDeskToo);
};
