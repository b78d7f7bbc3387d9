import * as v from 'valibot';

const at = v.number();

/** When the timer has to look again: one document, read once a minute. */
export const wakeRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  /** Raised by every change, so that the timer never raises a moment that was lowered meanwhile. */
  version: v.number(),
  /** From then on something waits to be sent or finished. */
  dueAt: at,
  /** From then on the clock has decided something: a deadline has passed, a code has expired, a lease has ended. */
  clockAt: at,
  /** From then on it is more than a reminder's hour, as the timer saw it last; 0 where it has to look. */
  jobsAt: v.optional(at, 0),
  /** When reminders were made last; 0 when the season has changed since, so that its day is looked at again. */
  remindedAt: v.optional(at, 0),
  /** When it was looked last for what was left with nobody. */
  straysSoughtAt: v.optional(at),
  /** When somebody said last that something is due: their transaction may still be on its way. */
  loweredAt: at,
});
