import type { StateOrNone } from '../../domain/lifecycle';
import type { TemplateKey } from '../../domain/model';
import type { Facts } from './facts';

/** Whether a receiver clock could still remind this person. */
const RUNNING: readonly StateOrNone[] = ['submitted', 'approved'];
const OVER: readonly StateOrNone[] = ['completed', 'recorded'];

export interface ReminderOffer {
  /** Templates to ask for at the tap; the first one is counted. */
  readonly keys: readonly TemplateKey[];
  readonly count: number;
  readonly hint: string;
}

/** Which reminders are of use now; null when nothing is left to remind of. */
export const reminderOffer = ({ state, response, route }: Facts): ReminderOffer | null => {
  if (OVER.includes(state)) return null;
  const beforeLogin = state === 'none' && response.loginConfirmedAt === null;
  const clock = RUNNING.includes(state) && (route?.receiverClock ?? false);
  const keys: readonly TemplateKey[] = beforeLogin
    ? ['code', 'deadline']
    : clock
      ? ['deadline', 'progress']
      : ['progress', 'deadline'];
  const first = keys[0] ?? 'progress';
  const count = response.subscription.credits[first] ?? 0;
  return { keys, count, hint: count === 0 ? '点一下，有变化时微信叫你' : '点一下，多存一次' };
};
