import { readStoredList, store } from '../services/stored';
import type { TemplateKey } from '../domain/reminding/kinds';
import { call } from './call';
import { askSheet } from '../services/subscription-sheet';
import { latestSubscription, type Subscription } from '../memory/subscription';

/** One answered sheet whose booking has not reached the cloud yet. */
interface Booking {
  readonly askId: string;
  readonly accepted: TemplateKey[];
}

const STORED = 'unbooked-credits';
/** Older clients take three templates in one sheet; with more the whole call fails. */
const PER_SHEET = 3;

const unbooked = (): Booking[] =>
  readStoredList(
    STORED,
    (value): value is Booking =>
      typeof value === 'object' && value !== null && 'askId' in value && 'accepted' in value,
  );

const newAskId = (): string => `ask-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

/**
 * Books what is still waiting, e.g. after the network came back. Safe to repeat: the cloud books an `askId` once.
 */
export const flushCredits = async (): Promise<Subscription | null> => {
  let subscription: Subscription | null = null;
  for (const booking of unbooked()) {
    const reply = await call('account', 'addCredits', booking);
    if (!reply.ok && reply.error.code !== 'BAD_REQUEST') return subscription;
    store(
      STORED,
      unbooked().filter(({ askId }) => askId !== booking.askId),
    );
    if (reply.ok) subscription = reply.data.subscription;
  }
  return subscription;
};

/**
 * Draws WeChat's subscription sheet for these templates and books each accepted one as one more send.
 * Call it first thing in a tap handler. Never rejects and never says no to the action it stands before.
 */
export const askForReminders = async (
  keys: readonly TemplateKey[],
): Promise<{ accepted: TemplateKey[]; subscription: Subscription | null }> => {
  const ids = latestSubscription()?.templateIds ?? {};
  const asked = keys.flatMap((key) => (ids[key] ? [{ key, id: ids[key] }] : [])).slice(0, PER_SHEET);
  if (asked.length === 0) return { accepted: [], subscription: null };
  const answers = await askSheet(asked.map(({ id }) => id));
  const accepted = asked.filter(({ id }) => answers[id] === 'accept').map(({ key }) => key);
  if (accepted.length === 0) return { accepted, subscription: null };
  store(STORED, [...unbooked(), { askId: newAskId(), accepted }]);
  return { accepted, subscription: await flushCredits() };
};
