import * as v from 'valibot';
import { DESK_KINDS } from '../../../../miniprogram/domain/people/queue-kinds';
import { TRANSFER_STATES } from '../../../../miniprogram/domain/transfer/states';

/** Transfers of one branch in one state on one way. */
const cell = v.object({
  branchId: v.string(),
  state: v.picklist(TRANSFER_STATES),
  wayId: v.string(),
  count: v.number(),
});

/** Transfers by China day. */
const perDay = v.array(v.object({ day: v.number(), count: v.number() }));

/**
 * Counters over the transfers of one season and college whose owners' ids fall into one shard. What it counts can
 * be counted anew from the transfers alone.
 */
export const tallyRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(4),
  /** Raised by every change, so that a recount notices what happened meanwhile. */
  version: v.number(),
  seasonId: v.string(),
  collegeId: v.string(),
  shard: v.number(),
  /** One for each branch, state and way that has any. */
  cells: v.array(cell),
  /** Those of which the college has done its part, by branch. */
  decided: v.array(v.object({ branchId: v.string(), count: v.number() })),
  /** Those that ask something of the college now, by what; and all of them together, to find the shards that have any. */
  onDesk: v.array(v.object({ kind: v.picklist(DESK_KINDS), count: v.number() })),
  desk: v.number(),
  /** Running receiver clocks by the day they end on. */
  deadlines: perDay,
  /** First submissions and arrivals by their day. */
  submitted: perDay,
  arrived: perDay,
});

/** People of a college by how far they are without a transfer, as they were at one moment; its id is the college's. */
export const headcountRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(2),
  /** Raised by every change. */
  version: v.number(),
  collegeId: v.string(),
  /** The version of the roster it holds for; null before anybody was counted. */
  countedFor: v.nullable(v.number()),
  /** Epoch ms: whoever has moved on later says so themselves. */
  asOf: v.number(),
  /** Has not signed in. */
  bind: v.number(),
  /** Has not said that they can log in to 智慧团建. */
  login: v.number(),
  /** Has chosen no way. */
  choose: v.number(),
  /** Has, in whatever season. */
  begun: v.number(),
  /** Epoch ms at which this count and the college's tallies are compared with the records they count. */
  comparedNextAt: v.optional(v.number(), 0),
  /** What the tallies said when they were compared last. */
  comparedTallies: v.optional(v.string(), ''),
});

/** What became of a person besides the roster; its id is the member's. */
export const markRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  lastNudgedAt: v.nullable(v.number()),
  /** When the person told the college that they are over age. */
  overAgeReportedAt: v.optional(v.number()),
  /** What the college wrote when it had dealt with that. */
  overAgeReason: v.optional(v.string()),
});
