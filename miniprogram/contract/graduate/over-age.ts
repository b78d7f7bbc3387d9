/** Who has reached the age limit tells the college; there is nothing to transfer then. */
import * as v from 'valibot';
import { defineAction } from '../define';
import { empty, instant, month } from '../parts';

export const overAgeReport = v.object({
  /** When the graduate told the college. */
  reportedAt: v.nullable(instant),
  /** When the college put them on its list. */
  recordedAt: v.nullable(instant),
  /** What the college wrote about it then. */
  reason: v.optional(v.string()),
});

export const overAgeActions = {
  overAge: defineAction(
    empty,
    v.object({
      /** As the roster has it; null when it does not. */
      birthMonth: v.nullable(v.string()),
      graduationMonth: v.string(),
      /** Null where no roster says it. */
      hasLeaguePost: v.nullable(v.boolean()),
      ageLimit: v.number(),
      name: v.string(),
      branchName: v.string(),
      teacherName: v.nullable(v.string()),
      report: overAgeReport,
      now: instant,
    }),
    [],
  ),
  /** `birthMonth` only where the roster has none; doing it twice changes nothing. */
  reportOverAge: defineAction(
    v.strictObject({ birthMonth: v.optional(month) }),
    v.object({ report: overAgeReport }),
    ['FIELD_REQUIRED', 'FIELD_INVALID'],
  ),
};
