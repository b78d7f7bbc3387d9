import * as v from 'valibot';

const counts = v.record(v.string(), v.number());

/**
 * Counters over the transfers of one season and college whose owners' ids fall into one shard. What it counts can
 * be counted anew from the transfers alone.
 */
export const tallyRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  /** Raised by every change, so that a recount notices what happened meanwhile. */
  version: v.number(),
  seasonId: v.string(),
  collegeId: v.string(),
  shard: v.number(),
  /** By `branchId|state|wayId`. */
  cells: counts,
  /** Running receiver clocks by the China day they end on. */
  deadlines: counts,
  /** First submissions and arrivals by China day. */
  submitted: counts,
  arrived: counts,
});

/** What became of a person besides the roster; its id is the member's. */
export const markRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  lastNudgedAt: v.nullable(v.number()),
  /** When the person told the college that they are over age. */
  overAgeReportedAt: v.optional(v.number()),
});
