/** What a migration has changed, and what it could not and why. */
import type { Result } from '../../miniprogram/domain/errors';
import type { CollectionName } from '../../cloudfunctions/_shared/store/collections';
import { tryRecord, type RecordOf } from '../../cloudfunctions/_shared/store/records';
import { UnreadableRecord, type Unreadable } from '../../cloudfunctions/_shared/store/records/unreadable';
import type { Document } from './documents';
import { PROBLEMS, type Finding } from './findings';

type Place = Omit<Finding, 'problem'>;
/** A record that stays as it was, and what to do about it. */
type Left = Place & { readonly words: string };

const BUSY = '一直有人在改，这次没有动它：过几分钟再运行一次 migrate';

export interface Migrated {
  /** How many records of each collection; none where there was nothing to change. */
  readonly changed: ReadonlyMap<string, number>;
  /** What stays as it was, each record once. */
  readonly left: readonly Left[];
}

export const openLedger = () => {
  const ids = new Map<CollectionName, Set<string>>();
  const counts = new Map<string, number>();
  const left = new Map<string, Left>();
  const leave = (one: Left): void => void left.set(`${one.collection} ${one.id}`, one);
  const setAside = ({ collection, id, reason }: Unreadable): void => {
    leave({ collection, id, words: PROBLEMS[reason === 'newer' ? 'newer' : 'malformed'] });
  };
  return {
    /** The record as it is today; one that cannot be read is noted. */
    read: <C extends CollectionName>(name: C, document: Document): RecordOf<C> | undefined => {
      const { record, unreadable } = tryRecord(name, document);
      if (unreadable) setAside(unreadable);
      return record;
    },
    /** Notes what became of one record; the work says whether it has written it. */
    change: async (
      { collection, id }: Place & { readonly collection: CollectionName },
      work: () => Promise<Result<boolean>>,
    ): Promise<void> => {
      try {
        const done = await work();
        if (!done.ok) leave({ collection, id, words: BUSY });
        else if (done.data) ids.set(collection, (ids.get(collection) ?? new Set()).add(id));
      } catch (error) {
        if (!(error instanceof UnreadableRecord)) throw error;
        setAside(error.what);
      }
    },
    count: (name: CollectionName, changed: number): void =>
      void counts.set(name, (counts.get(name) ?? 0) + changed),
    isBusy: (place: Place): void => leave({ ...place, words: BUSY }),
    sum: (): Migrated => {
      const changed = new Map([...ids].map(([name, { size }]): [string, number] => [name, size]));
      for (const [name, count] of counts) if (count > 0) changed.set(name, (changed.get(name) ?? 0) + count);
      return { changed, left: [...left.values()] };
    },
  };
};

export type Ledger = ReturnType<typeof openLedger>;
