import type { Rulebook } from '../domain/rules/rulebook';

/** When this product reminds and whom it lets sleep. No notice of the League says so; a rulebook may differ. */
export const REMINDING = {
  escalateAfterHours: 24,
  escalateWarningHours: 2,
  reminderDays: [7, 3, 1],
  reminderValue: [3, 'timed-out', 1, 7],
  seasonReminderDays: [14, 7, 3, 1],
  waitingReminderDays: [7, 14, 30],
  reminderHour: 9,
  quietHours: { from: 22, to: 8 },
  soonDays: 3,
} as const satisfies Partial<Rulebook>;
