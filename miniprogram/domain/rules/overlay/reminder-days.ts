/** Days before a deadline on which people are reminded, changed as a list. */
import type { Rulebook } from '../rulebook';
import type { JsonValue } from '../rulebook/settings';

/** From so many days left somebody can still do something about it. */
const ENOUGH = 2;

/**
 * The rulebook with other reminder days. Where credits are scarce, the last day that leaves time to act is worth most,
 * then the time-out itself, then the last day, and then the earlier ones.
 */
export const withReminderDays = (rulebook: Rulebook, value: JsonValue): Rulebook => {
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  const reminderDays = given.filter((day) => typeof day === 'number');
  const rising = [...reminderDays].sort((one, other) => one - other);
  const best = rising.filter((day) => day >= ENOUGH).slice(0, 1);
  const others = rising.filter((day) => !best.includes(day));
  return { ...rulebook, reminderDays, reminderValue: [...best, 'timed-out', ...others] };
};
