/** The board's counters beside a count of the transfers themselves. */
import { COUNTERS } from '../../cloudfunctions/_shared/transfers/figures/standing';
import { counted, emptyTally, shardOf } from '../../cloudfunctions/_shared/transfers/figures/tally';
import type { Tally, Transfer } from '../../cloudfunctions/_shared/store/records';

/** Keys in one order, so that equal counts are equal texts. */
const textOf = (tally: Tally): string =>
  JSON.stringify(COUNTERS.map((counter) => Object.entries(tally[counter]).sort()));

export interface Tallies {
  countTransfer(transfer: Transfer): void;
  keep(stored: Tally): void;
  /** Ids that do not agree. What was cleared away cannot be counted anew. */
  wrong(purgedSeasons: ReadonlySet<string>): string[];
}

export const openTallies = (): Tallies => {
  const recount = new Map<string, Tally>();
  const stored = new Map<string, Tally>();
  return {
    countTransfer: (transfer) => {
      const empty = emptyTally(transfer.seasonId, transfer.collegeId, shardOf(transfer.memberId));
      recount.set(empty._id, counted(recount.get(empty._id) ?? empty, transfer, 1));
    },
    keep: (tally) => {
      stored.set(tally._id, tally);
    },
    wrong: (purgedSeasons) => {
      const ids = [...new Set([...recount.keys(), ...stored.keys()])];
      return ids.filter((id) => {
        const one = recount.get(id) ?? stored.get(id);
        if (!one || purgedSeasons.has(one.seasonId)) return false;
        const empty = emptyTally(one.seasonId, one.collegeId, one.shard);
        return textOf(recount.get(id) ?? empty) !== textOf(stored.get(id) ?? empty);
      });
    },
  };
};
