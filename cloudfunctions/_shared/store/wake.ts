/**
 * The timer reads one document a minute and ends, unless that document says that something is due. So whoever makes
 * something due says so there first. Said before the commit, it is said too early at worst: the timer looks, finds
 * nothing yet, and looks once more when the transaction must be over.
 */
import { HOUR_MS } from '../../../miniprogram/domain/calendar/china-time';
import { WAKE } from '../kernel/policy';
import type { CollectionName } from './collections';
import type { Store } from './ports';
import type { RecordOf, ResetRequest, Transfer } from './records';
import type { BufferedWrite } from './write-buffer';

export const WAKE_ID = 'tick';

/** What the timer takes care of at its next turn. */
const DUE: readonly CollectionName[] = ['notices', 'journal'];
/** What it does when the clock says so. */
const BY_CLOCK: readonly CollectionName[] = ['replans', 'erasures', 'rosterRuns'];

/** When the clock decides about what is written; nothing for what it never decides about. */
const decidedAt = ({ collection, record }: BufferedWrite): readonly (number | null)[] => {
  if (record && collection === 'transfers') {
    const { state, deadlineAt, opensAt } = record as Transfer;
    // A clock that runs out before the school has approved decides nothing.
    if (state === 'approved') return [deadlineAt];
    return state === 'planned' || state === 'recorded' ? [opensAt] : [];
  }
  if (record && collection === 'resetRequests') {
    const { escalatesAt, expiresAt } = record as ResetRequest;
    return [escalatesAt, expiresAt];
  }
  return [];
};

export type Waking = Pick<RecordOf<'wake'>, 'dueAt' | 'loweredAt'> & { readonly clockAt?: number };

/** For whoever writes, without a transaction, what the clock decides about later: the timer asks it when. */
export const clockWaking = (now: number): Waking => ({ dueAt: now, clockAt: now, loweredAt: now });

/**
 * What these writes of a transaction make due; nothing for most. A moment more than a day away need not be said: the
 * timer looks every morning at what the clock decides.
 */
export const wakingOf = (writes: readonly BufferedWrite[], now: number): Waking | undefined => {
  const soon = now + WAKE.seenAheadHours * HOUR_MS;
  const isClock = writes.some(
    (write) =>
      (write.record && BY_CLOCK.includes(write.collection)) ||
      decidedAt(write).some((at) => at !== null && at <= soon),
  );
  if (isClock) return clockWaking(now);
  return writes.some(({ record, collection }) => record && DUE.includes(collection))
    ? { dueAt: now, loweredAt: now }
    : undefined;
};

/**
 * Says that something is due; never fails. A word that is lost costs an hour at most, and is no reason to refuse the
 * step it is about. Where the timer has never run there is nothing to say: its first look finds all.
 */
export const lowerWake = async (store: Pick<Store, 'changeAll'>, waking: Waking): Promise<void> => {
  try {
    await store.changeAll('wake', { _id: { in: [WAKE_ID] } }, { set: waking, add: { version: 1 } });
  } catch {
    // The look of the full hour finds it.
  }
};
