/** Reminders that run by a clock: before the receiver's deadline, at the time-out, before the season's end. */
import { DAY_MS, atChinaTime, chinaDay } from '../calendar/china-time';
import { daysLeft } from '../rules/deadline';
import { nextAllowed, nextAllowedHour } from '../calendar/quiet-hours';
import { noticeId } from './planned-notice';
import type { PlannedNotice } from './planned-notice';
import type { Rulebook } from '../rules/rulebook';

export type ReminderRules = Pick<
  Rulebook,
  'reminderDays' | 'seasonReminderDays' | 'reminderHour' | 'quietHours' | 'reminderValue'
>;

/** A time-out stays worth telling for a while: the question what 智慧团建 shows does not go away. */
const TIME_OUT_LIFE_MS = 14 * DAY_MS;

interface Clock {
  readonly ownerId: string;
  readonly attempt: number;
  readonly deadlineAt: number;
  readonly now: number;
  readonly rules: ReminderRules;
}

/** Future send times on those days before the deadline's date, outside quiet hours, before the deadline. */
const timesBefore = (
  days: readonly number[],
  { deadlineAt, now, rules }: Omit<Clock, 'ownerId' | 'attempt'>,
) =>
  days
    .map((day) =>
      nextAllowed(atChinaTime(chinaDay(deadlineAt) - day, rules.reminderHour, 0), rules.quietHours),
    )
    .filter((dueAt) => dueAt > now && dueAt < deadlineAt);

/** Reminders before the deadline: on the rulebook's days, or once at the next allowed hour if none is left. */
export const deadlineReminders = (clock: Clock, allow = { late: true }): PlannedNotice[] => {
  const { ownerId, attempt, deadlineAt, now, rules } = clock;
  const onDays = timesBefore(rules.reminderDays, clock);
  const late = nextAllowedHour(now, rules.quietHours);
  const times = onDays.length > 0 || late >= deadlineAt || !allow.late ? onDays : [late];
  const byId = new Map<string, PlannedNotice>();
  for (const dueAt of times) {
    const days = daysLeft(deadlineAt, dueAt);
    const id = noticeId(ownerId, attempt, 'deadline-near', days);
    byId.set(id, { id, kind: 'deadline-near', audience: 'graduate', dueAt, notAfter: deadlineAt, days });
  }
  return [...byId.values()];
};

/** Tells that the rulebook's days are over; due at the deadline, or when the quiet hours after it end. */
export const timeOutReminder = ({ ownerId, attempt, deadlineAt, now, rules }: Clock): PlannedNotice => {
  const dueAt = nextAllowed(Math.max(deadlineAt, now), rules.quietHours);
  return {
    id: noticeId(ownerId, attempt, 'timed-out'),
    kind: 'timed-out',
    audience: 'graduate',
    dueAt,
    notAfter: dueAt + TIME_OUT_LIFE_MS,
  };
};

/** The day itself, and the one before it where quiet hours push a reminder past midnight. */
const withPushed = (days: readonly number[]): number[] => days.flatMap((day) => [day, day - 1]);

/** Every id `deadlineReminders` can have used for an attempt: the listed days and the late one's. */
export const deadlineReminderIds = (ownerId: string, attempt: number, rules: ReminderRules): string[] => {
  const late = Array.from({ length: Math.min(...rules.reminderDays) + 1 }, (_, days) => days);
  const days = new Set([...withPushed(rules.reminderDays), ...late]);
  return [...days].filter((day) => day >= 0).map((day) => noticeId(ownerId, attempt, 'deadline-near', day));
};

export interface SeasonClock {
  readonly seasonId: string;
  readonly memberId: string;
  /** Last moment of the season, epoch ms. */
  readonly deadlineAt: number;
}

const seasonNoticeId = ({ seasonId, memberId }: SeasonClock, days: number): string =>
  `${seasonId}:${memberId}:season-near-${days}`;

/** Reminders to somebody who has nothing under way yet; times already past are dropped. */
export const seasonReminders = (season: SeasonClock, now: number, rules: ReminderRules): PlannedNotice[] => {
  const byId = new Map<string, PlannedNotice>();
  for (const dueAt of timesBefore(rules.seasonReminderDays, { deadlineAt: season.deadlineAt, now, rules })) {
    const days = daysLeft(season.deadlineAt, dueAt);
    const id = seasonNoticeId(season, days);
    byId.set(id, { id, kind: 'season-near', audience: 'graduate', dueAt, notAfter: season.deadlineAt, days });
  }
  return [...byId.values()];
};

/** Every id `seasonReminders` can have used for a person. */
export const seasonReminderIds = (season: SeasonClock, rules: ReminderRules): string[] =>
  [...new Set(withPushed(rules.seasonReminderDays))]
    .filter((days) => days >= 0)
    .map((days) => seasonNoticeId(season, days));
