/**
 * A process that stands still in the middle of its work, as a busy machine lets one: what it has looked at is old by
 * the time it goes on. Left to chance, two calls meet at these moments too rarely to show that something is missing.
 */
import type { Store } from '../../cloudfunctions/_shared/store/ports';

/**
 * Where a transaction stands still: before it begins, when its call has been let in and its caller may be gone by the
 * first look; or before its first write, when it has looked at all it decides by.
 */
export const STILL_MOMENTS = ['begin', 'write'] as const;

export interface StandStill {
  /** Which transaction of the process, from 1 on. */
  readonly transaction: number;
  readonly at: (typeof STILL_MOMENTS)[number];
  /** What it waits for; the database ends a transaction that waits too long. */
  until(): Promise<unknown>;
}

/** The store of a process that stands still once. */
export const standingStill = (store: Store, { transaction, at, until }: StandStill): Store => {
  let begun = 0;
  let hasStood = false;
  const stand = async (moment: StandStill['at'], number: number): Promise<void> => {
    if (hasStood || moment !== at || number !== transaction) return;
    hasStood = true;
    await until();
  };
  const transact: Store['transact'] = async (work) => {
    begun += 1;
    const number = begun;
    await stand('begin', number);
    // Its work may run again after a conflict; by then what it waited for is over.
    return store.transact(async (tx) => {
      const result = await work(tx);
      await stand('write', number);
      return result;
    });
  };
  return { ...store, transact };
};
