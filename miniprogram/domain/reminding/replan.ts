import { isClockRunning } from '../transfer/lifecycle';
import type { TransferState } from '../transfer/states';
import { noticePlan } from './planned-notice';
import type { NoticePlan, PlannedNotice } from './planned-notice';
import { deadlineReminders, timeOutReminder } from './reminders';
import type { ReminderRules } from './reminders';

const same = (a: PlannedNotice, b: PlannedNotice): boolean => a.id === b.id && a.dueAt === b.dueAt;

/**
 * Brings an attempt's reminders in line after the rulebook, the quiet hours or the deadline changed.
 * `unsent` and `sentIds` are those of this attempt; what is sent is neither planned again nor replaced by a late
 * reminder.
 */
export const replanReminders = (input: {
  readonly transferId: string;
  readonly attempt: number;
  readonly state: TransferState;
  readonly deadlineAt: number | null;
  readonly now: number;
  readonly rulebook: ReminderRules;
  readonly unsent: readonly PlannedNotice[];
  readonly sentIds: readonly string[];
}): NoticePlan => {
  const { transferId: ownerId, attempt, state, deadlineAt, now, rulebook: rules, unsent, sentIds } = input;
  const reminders = unsent.filter(({ kind }) => kind === 'deadline-near' || kind === 'timed-out');
  const runs = deadlineAt !== null && isClockRunning(state);
  const clock = { ownerId, attempt, deadlineAt: deadlineAt ?? 0, now, rules };
  // Due already and not gone out yet, it still says the right day.
  const overdue = reminders.filter(
    ({ kind, dueAt, notAfter }) => kind === 'deadline-near' && dueAt <= now && notAfter === deadlineAt,
  );
  const reminded =
    overdue.length > 0 || sentIds.some((id) => id.startsWith(`${ownerId}:${attempt}:deadline-near-`));
  const wanted = runs
    ? [...deadlineReminders(clock, { late: !reminded }), timeOutReminder(clock)].filter(
        ({ id }) => !sentIds.includes(id),
      )
    : [];
  const changed = wanted.filter((notice) => !reminders.some((existing) => same(existing, notice)));
  const stale = runs ? reminders.filter((one) => !overdue.includes(one)) : reminders;
  const gone = stale.filter(({ id }) => !wanted.some((notice) => notice.id === id));
  // After the last moment the time-out is still to be told.
  const kept = state === 'timedOut' ? gone.filter(({ kind }) => kind !== 'timed-out') : gone;
  return noticePlan(
    changed,
    kept.map(({ id }) => id),
  );
};
