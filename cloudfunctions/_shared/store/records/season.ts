/** A season, and what each college has set for its own people. */
import * as v from 'valibot';

const at = v.number();

const quietHours = v.object({ from: v.number(), to: v.number() });
const announcement = v.object({ text: v.string(), at });

/** What a college has set for its own people; null follows the university. */
const collegeSettings = v.object({
  collegeId: v.string(),
  /** Counts only while it is earlier than the season's. */
  deadlineAt: v.nullable(at),
  quietHours: v.nullable(quietHours),
  announcement: v.nullable(announcement),
});

export const seasonRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(5),
  name: v.string(),
  rulebookId: v.string(),
  deadlineAt: at,
  openedAt: at,
  version: v.optional(v.number(), 1),
  /** The deadline was set by hand and stays when the rulebook changes. */
  deadlineOverridden: v.optional(v.boolean(), false),
  /** In place of the rulebook's. */
  quietHours: v.optional(v.nullable(quietHours), null),
  announcement: v.optional(v.nullable(announcement), null),
  /** One for each college that has set anything; a few dozen at most. */
  colleges: v.array(collegeSettings),
  /** When what it left behind was cleared away; its figures can no longer be counted anew. */
  purgedAt: v.optional(v.nullable(at), null),
  /** How far the timer is with its old pictures; absent until their day has come. */
  pictures: v.optional(
    v.object({
      /** When it looks again; null once none is left. */
      nextAt: v.nullable(at),
      /** The member it went on to last; empty where it begins. */
      after: v.string(),
      /** Files it has removed on this way through. */
      removed: v.number(),
      /** Whether somebody has something under way and keeps theirs. */
      isLeft: v.boolean(),
    }),
  ),
});
