/**
 * The timer reads one document a minute and ends, unless that document says that something is due. So whoever makes
 * something due says so there first. Said before the commit, it is said too early at worst: the timer looks, finds
 * nothing yet, and looks once more when the transaction must be over.
 */
import { DAY_MS, HOUR_MS } from '../../../miniprogram/domain/calendar/china-time';
import { WAKE } from '../kernel/policy';
import type { CollectionName } from './collections';
import type { Store } from './ports';
import type { Event, RecordOf, ResetRequest, RuleSet, Transfer } from './records';
import type { BufferedWrite } from './write-buffer';

export const WAKE_ID = 'tick';

/** What it does when the clock says so; a changed season may have reminders due that were not. */
const BY_CLOCK: readonly CollectionName[] = ['seasons', 'erasures', 'rosterRuns'];

/** What the timer takes care of at its next turn: a message to send, or an event to make messages of. */
const isDue = ({ collection, record }: BufferedWrite): boolean =>
  record !== undefined &&
  (collection === 'notices' || (collection === 'audits' && (record as Event).tellAt !== null));

/** When the clock decides about what is written; nothing for what it never decides about. */
const decidedAt = ({ collection, record }: BufferedWrite): readonly (number | null)[] => {
  if (record && collection === 'transfers') {
    const { state, deadlineAt, opensAt } = record as Transfer;
    // A clock that runs out before the school has approved decides nothing. Whoever was let go in its last day is
    // reminded at the next hour.
    if (state === 'approved') return [deadlineAt === null ? null : deadlineAt - DAY_MS];
    return state === 'planned' || state === 'recorded' ? [opensAt] : [];
  }
  if (record && collection === 'resetRequests') {
    const { escalatesAt, expiresAt } = record as ResetRequest;
    return [escalatesAt, expiresAt];
  }
  if (record && collection === 'ruleSets') return [(record as RuleSet).settleAt];
  return [];
};

export type Waking = Pick<RecordOf<'wake'>, 'dueAt' | 'loweredAt'> &
  Partial<Pick<RecordOf<'wake'>, 'clockAt' | 'remindedAt'>>;

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
  const isOfSeason = writes.some(({ collection }) => collection === 'seasons');
  const lowered = { dueAt: now, loweredAt: now, ...(isOfSeason ? { remindedAt: 0 } : {}) };
  if (isClock) return { ...lowered, clockAt: now };
  return writes.some(isDue) ? lowered : undefined;
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
