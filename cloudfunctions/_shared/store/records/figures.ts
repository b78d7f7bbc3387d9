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
  /** One for each branch, state and way that has at least one transfer. */
  cells: v.array(cell),
  /** Transfers for which the college has done its part, by branch. */
  decided: v.array(v.object({ branchId: v.string(), count: v.number() })),
  /** Transfers that wait for the college now, by what they ask for. `desk` is their sum, by which shards with any are found. */
  onDesk: v.array(v.object({ kind: v.picklist(DESK_KINDS), count: v.number() })),
  desk: v.number(),
  /** Running receiver clocks by the day they end on. */
  deadlines: perDay,
  /** First submissions and arrivals by their day. */
  submitted: perDay,
  arrived: perDay,
});

/** How far the people of a college are who have no transfer yet, as they stood at `asOf`. Its id is the college's. */
export const headcountRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(2),
  /** Raised by every change. */
  version: v.number(),
  collegeId: v.string(),
  /** The version of the roster it holds for; null before anybody was counted. */
  countedFor: v.nullable(v.number()),
  /** Epoch ms. Who has moved on since is found by their own record (`headMoves`) and added. */
  asOf: v.number(),
  /** People who have not signed in. */
  bind: v.number(),
  /** People who have signed in and not said that they can log in to 智慧团建. */
  login: v.number(),
  /** People who can log in and have chosen no way. */
  choose: v.number(),
  /** People who have chosen a way, in any season: their transfer says how far they are. */
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
