/**
 * Reminders are derived, never stored ahead: which there are follows from where somebody stands, the day their clock or
 * season ends, and the rules of that moment. The timer makes those that are due, the page shows those to come.
 */
import { atChinaTime, chinaDay } from '../calendar/china-time';
import { nextAllowed, nextAllowedHour } from '../calendar/quiet-hours';
import { daysLeft } from '../rules/deadline';
import type { Rulebook } from '../rules/rulebook';
import { IDLE_STATES } from '../transfer/lifecycle';
import type { Keeping } from '../transfer/keeping';
import type { TransferState } from '../transfer/states';
import type { WaitsFor } from '../transfer/waits-for';
import { lastMomentOf, noticeId, type DueNotice, type Reminder } from './due-notice';
import { keepingReminders } from './keeping-reminders';

export type ReminderRules = Pick<
  Rulebook,
  | 'reminderDays'
  | 'seasonReminderDays'
  | 'waitingReminderDays'
  | 'reminderHour'
  | 'quietHours'
  | 'reminderValue'
>;

/** What of a transfer decides about reminders. */
export interface RemindedTransfer {
  readonly id: string;
  readonly attempt: number;
  readonly state: TransferState;
  readonly waitsFor: WaitsFor;
  /** End of the receiver's clock; null where none runs. */
  readonly deadlineAt: number | null;
  /** Since when it is in its state. */
  readonly waitingSince: number;
  /** How long the school keeps it; null for one that nobody keeps. */
  readonly keeping: Pick<Keeping, 'until' | 'atMost' | 'followUps'> | null;
  readonly rules: ReminderRules;
}

/** Where somebody stands, as far as reminders care. */
export interface Standing {
  readonly memberId: string;
  /** Over age, recorded or told: nothing of it is theirs to do in time. */
  readonly isFreed: boolean;
  /** They cannot log in until somebody has given them a reset code. */
  readonly waitsForCode: boolean;
  /** Of all seasons: opening the next one ends none that is under way. */
  readonly transfers: readonly RemindedTransfer[];
  readonly season: { readonly id: string; readonly deadlineAt: number; readonly rules: ReminderRules };
}

/** Send times on those days before the deadline's date: at the reminder hour, or when the quiet hours end. */
const timesBefore = (days: readonly number[], deadlineAt: number, rules: ReminderRules): number[] =>
  days
    .map((day) =>
      nextAllowed(atChinaTime(chinaDay(deadlineAt) - day, rules.reminderHour, 0), rules.quietHours),
    )
    .filter((dueAt) => dueAt < deadlineAt);

/** One for each number of days left; where two of the rulebook's days fall on one morning they are one. */
const remindersAt = (
  times: readonly number[],
  deadlineAt: number,
  named: Pick<Reminder, 'kind'> & { readonly idOf: (days: number) => string },
): Reminder[] => {
  const byDays = new Map<number, Reminder>();
  for (const dueAt of times) {
    const days = daysLeft(deadlineAt, dueAt);
    const earlierId = named.idOf(days);
    byDays.set(days, {
      // Another deadline makes another reminder, also with as many days left.
      id: `${earlierId}:${chinaDay(deadlineAt)}`,
      earlierId,
      kind: named.kind,
      audience: 'graduate',
      dueAt,
      notAfter: Math.min(deadlineAt, lastMomentOf(dueAt)),
      days,
    });
  }
  return [...byDays.values()];
};

/**
 * Before the receiver's clock ends, once the school has let it go: on the rulebook's days, or once at the next allowed
 * hour for whoever comes so late that none of them is left.
 */
const deadlineReminders = (
  { id, attempt, waitingSince, rules }: RemindedTransfer,
  deadlineAt: number,
): Reminder[] => {
  const listed = timesBefore(rules.reminderDays, deadlineAt, rules).filter((at) => at > waitingSince);
  const late = nextAllowedHour(waitingSince, rules.quietHours);
  const times = listed.length > 0 || late >= deadlineAt ? listed : [late];
  const idOf = (days: number) => noticeId(id, attempt, 'deadline-near', days);
  return remindersAt(times, deadlineAt, { kind: 'deadline-near', idOf });
};

/**
 * Where no clock runs, some days after the school has let it go: whoever acts next may have forgotten, and only 智慧团建
 * shows it. `days` are those it has waited.
 */
const waitingReminders = ({ id, attempt, waitingSince, rules }: RemindedTransfer): Reminder[] =>
  rules.waitingReminderDays.map((days) => {
    const day = chinaDay(waitingSince) + days;
    const dueAt = nextAllowed(atChinaTime(day, rules.reminderHour, 0), rules.quietHours);
    const earlierId = noticeId(id, attempt, 'still-waiting', days);
    return {
      // Let go once more, it waits anew.
      id: `${earlierId}:${day}`,
      earlierId,
      kind: 'still-waiting',
      audience: 'graduate',
      dueAt,
      notAfter: lastMomentOf(dueAt),
      days,
    };
  });

/** Before the season ends, for whoever has nothing under way. */
const seasonReminders = ({ memberId, season, transfers }: Standing): Reminder[] => {
  const { id, deadlineAt, rules } = season;
  const since = Math.max(0, ...transfers.map(({ waitingSince }) => waitingSince));
  const times = timesBefore(rules.seasonReminderDays, deadlineAt, rules).filter((at) => at > since);
  const idOf = (days: number) => `${id}:${memberId}:season-near-${days}`;
  return remindersAt(times, deadlineAt, { kind: 'season-near', idOf });
};

/** All reminders of somebody who stands there, past ones and those to come. */
const remindersOf = (standing: Standing): Reminder[] => {
  const { isFreed, waitsForCode, transfers } = standing;
  if (isFreed) return [];
  const isIdle = transfers.every(({ state }) => IDLE_STATES.includes(state));
  // Before the school has approved, and after the clock has run out, no receiver can be pressed.
  const running = transfers.filter(({ state }) => state === 'approved');
  return [
    ...running.flatMap((transfer) =>
      transfer.deadlineAt === null
        ? waitingReminders(transfer)
        : deadlineReminders(transfer, transfer.deadlineAt),
    ),
    ...transfers.filter(({ state }) => state === 'recorded').flatMap(keepingReminders),
    ...(isIdle && !waitsForCode ? seasonReminders(standing) : []),
  ];
};

/** Whether there is anything they themselves can go on with: only then is it of use to ask them to. */
export const isTheirTurn = ({ isFreed, waitsForCode, transfers }: Standing): boolean =>
  !isFreed &&
  !waitsForCode &&
  (transfers.length === 0 || transfers.some(({ waitsFor }) => waitsFor === 'graduate'));

/** Those whose hour has come today. One that was missed is made up for the same day and not later. */
export const dueReminders = (standing: Standing, now: number): Reminder[] =>
  remindersOf(standing).filter(({ dueAt, notAfter }) => dueAt <= now && now <= notAfter);

/** The telling that the receiver's days are over, as it will come if nobody reports anything before. */
const timeOutsToCome = ({ isFreed, transfers }: Standing, now: number): DueNotice[] =>
  transfers.flatMap(({ id, attempt, state, deadlineAt, rules }) => {
    if (isFreed || state !== 'approved' || deadlineAt === null || deadlineAt <= now) return [];
    const dueAt = nextAllowed(deadlineAt, rules.quietHours);
    const notice = {
      id: noticeId(id, attempt, 'timed-out'),
      kind: 'timed-out',
      audience: 'graduate',
    } as const;
    return [{ ...notice, dueAt, notAfter: dueAt }];
  });

/** What the school still has to approve, as if it did so now. */
const asApproved = (standing: Standing, now: number): Standing => ({
  ...standing,
  transfers: standing.transfers.map((transfer) =>
    transfer.state === 'submitted'
      ? { ...transfer, state: 'approved', waitsFor: 'receiver', waitingSince: now }
      : transfer,
  ),
});

/** What is still to come as things stand and if the school approves in time, the soonest first. */
export const comingReminders = (standing: Standing, now: number): DueNotice[] => {
  const expected = asApproved(standing, now);
  const reminders = remindersOf(expected).filter(({ dueAt }) => dueAt > now);
  return [...reminders, ...timeOutsToCome(expected, now)].sort((one, other) => one.dueAt - other.dueAt);
};

/** When on a China day reminders by these rules are made. */
export const reminderMoment = (
  day: number,
  { reminderHour, quietHours }: Pick<ReminderRules, 'reminderHour' | 'quietHours'>,
): number => nextAllowed(atChinaTime(day, reminderHour, 0), quietHours);
