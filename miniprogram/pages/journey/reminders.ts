import { isClockRunning, type StateOrNone } from '../../domain/transfer/lifecycle';
import type { TemplateKey } from '../../domain/reminding/kinds';
import type { Rulebook } from '../../domain/rules/rulebook';
import { startBy } from '../../domain/rules/rulebook/windows';
import { seasonYearOf } from '../../domain/rules/season-rules';
import type { HomeResponse } from '../../services/own-transfer';
import type { Facts } from './facts';

/** What a person's reminders hang on; the answers of `home` and of `messages` both say it. */
export interface ReminderFacts {
  readonly state: StateOrNone;
  readonly loginConfirmedAt: number | null;
  readonly receiverClock: boolean;
  /** End of the receiver clock, epoch ms. */
  readonly deadlineAt: number | null;
  readonly seasonDeadlineAt: number;
  readonly coming: HomeResponse['comingReminders'];
  readonly credits: HomeResponse['subscription']['credits'];
  readonly rulebook: Rulebook;
}

export const reminderFacts = ({ state, response, route, transfer, rulebook }: Facts): ReminderFacts => ({
  state,
  loginConfirmedAt: response.loginConfirmedAt,
  receiverClock: route?.receiverClock ?? false,
  deadlineAt: transfer?.deadlineAt ?? null,
  seasonDeadlineAt: startBy(route?.window, {
    year: seasonYearOf(response.season.id),
    deadlineAt: response.season.deadlineAt,
  }),
  coming: response.comingReminders,
  credits: response.subscription.credits,
  rulebook,
});

/** While the school keeps a relation, reminders are still to come; else what it has entered is over. */
const isOver = ({ state, coming }: ReminderFacts): boolean =>
  state === 'completed' || (state === 'recorded' && coming.length === 0);

export interface ReminderOffer {
  /** Templates to ask for at the tap; the first one is counted. */
  readonly keys: readonly TemplateKey[];
  readonly count: number;
  readonly hint: string;
}

/** Which reminders are of use now; null when nothing is left to remind of. */
export const reminderOffer = (facts: ReminderFacts): ReminderOffer | null => {
  const { state, loginConfirmedAt, receiverClock, credits } = facts;
  if (isOver(facts)) return null;
  const beforeLogin = state === 'none' && loginConfirmedAt === null;
  const clock = isClockRunning(state) && receiverClock;
  const keys: readonly TemplateKey[] = beforeLogin
    ? ['code', 'deadline']
    : clock
      ? ['deadline', 'progress']
      : ['progress', 'deadline'];
  const first = keys[0] ?? 'progress';
  const count = credits[first] ?? 0;
  return { keys, count, hint: count === 0 ? '点一下，有变化时微信叫你' : '点一下，多存一次' };
};
