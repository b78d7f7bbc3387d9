/** The board's counters beside a count of the transfers themselves. */
import * as v from 'valibot';
import { countsText } from '../../cloudfunctions/_shared/transfers/figures/standing';
import { counted, emptyTally, shardOf } from '../../cloudfunctions/_shared/transfers/figures/tally';
import type { CollectionName } from '../../cloudfunctions/_shared/store/collections';
import type { RecordOf, Tally, Transfer } from '../../cloudfunctions/_shared/store/records';
import type { Document } from './documents';

export interface Tallies {
  keep(name: CollectionName, record: RecordOf<CollectionName>): void;
  /** What a record that cannot be read counts for is not judged. */
  keepUnread(name: CollectionName, document: Document): void;
  /** Ids that do not agree. What was cleared away cannot be counted anew. */
  wrong(): string[];
}

const shardOfTransfer = ({
  seasonId,
  collegeId,
  memberId,
}: Pick<Transfer, 'seasonId' | 'collegeId' | 'memberId'>) =>
  emptyTally(seasonId, collegeId, shardOf(memberId));

const placed = v.looseObject({ seasonId: v.string(), collegeId: v.string(), memberId: v.string() });

/** The counters that are not judged beside what cannot be read. */
const openUnsure = () => {
  const ids = new Set<string>();
  const seasons = new Set<string>();
  let isAll = false;
  return {
    add: (name: CollectionName, document: Document): void => {
      if (name === 'seasons') seasons.add(document._id);
      if (name === 'tallies') ids.add(document._id);
      if (name !== 'transfers') return;
      if (v.is(placed, document)) ids.add(shardOfTransfer(document)._id);
      else isAll = true;
    },
    addSeason: (id: string): void => void seasons.add(id),
    has: ({ _id, seasonId }: Tally): boolean => isAll || ids.has(_id) || seasons.has(seasonId),
  };
};

export const openTallies = (): Tallies => {
  const recount = new Map<string, Tally>();
  const stored = new Map<string, Tally>();
  const unsure = openUnsure();
  const countIn = (transfer: Transfer): void => {
    const empty = shardOfTransfer(transfer);
    recount.set(empty._id, counted(recount.get(empty._id) ?? empty, transfer, 1));
  };
  return {
    keep: (name, record) => {
      if (name === 'transfers') countIn(record as Transfer);
      if (name === 'tallies') stored.set(record._id, record as Tally);
      if (name === 'seasons' && (record as RecordOf<'seasons'>).purgedAt !== null)
        unsure.addSeason(record._id);
    },
    keepUnread: unsure.add,
    wrong: () => {
      const ids = [...new Set([...recount.keys(), ...stored.keys()])];
      return ids.filter((id) => {
        const one = recount.get(id) ?? stored.get(id);
        if (!one || unsure.has(one)) return false;
        const empty = emptyTally(one.seasonId, one.collegeId, one.shard);
        return countsText(recount.get(id) ?? empty) !== countsText(stored.get(id) ?? empty);
      });
    },
  };
};
