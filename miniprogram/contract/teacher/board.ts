/** Figures of a college, or for the committee of all colleges. */
import * as v from 'valibot';
import { TRANSFER_STATES } from '../../domain/transfer/states';
import { defineAction } from '../define';
import { count, empty, id, instant, wayId } from '../parts';
import { step } from '../person';

const figures = {
  id,
  name: v.string(),
  members: count,
  /** People with a transfer of this season. */
  started: count,
  transferred: count,
  /** Returned, refused or timed out. */
  stuck: count,
  /** The college has approved or recorded what they have under way. */
  decided: count,
  /** Transferred on a way that 转接率 leaves out. */
  leftOut: count,
  /** Who answers for it and has signed in: secretaries of a branch, teachers of a college. */
  inCharge: v.array(v.string()),
};

const collegeFigures = v.object({
  id,
  name: v.string(),
  teachers: v.number(),
  members: v.number(),
  /** People with a transfer this season. */
  started: v.number(),
  /** Has chosen a way and not yet arrived; whoever took it back is not among them. */
  underWay: v.number(),
  /** Accepted, recorded or completed. */
  arrived: v.number(),
  /** Returned, refused or timed out. */
  stuck: v.number(),
  /** Submissions and registrations that wait for the college, not for a secretary. */
  waiting: v.number(),
  /** Arrived on a way that 转接率 leaves out. */
  leftOut: v.number(),
});

export const boardActions = {
  colleges: defineAction(
    empty,
    v.object({
      colleges: v.array(collegeFigures),
      /** Whether a season was ever opened. */
      hasSeason: v.boolean(),
      /** The next share the university is to reach, and by when; null when there is none to come. */
      target: v.nullable(v.object({ at: instant, percent: v.number() })),
      now: instant,
    }),
    [],
  ),
  /** Reads as much however many transfers there are. A teacher's own college whatever `collegeId` says. */
  board: defineAction(
    v.strictObject({ collegeId: v.optional(id) }),
    v.object({
      /** Null for the committee's view over all colleges. */
      college: v.nullable(v.object({ id, name: v.string() })),
      members: count,
      /** How many stand at each step now, and how many have come at least that far. */
      funnel: v.array(v.object({ step, here: count, reached: count })),
      /** Of how many the college has approved or recorded what they have under way. */
      decided: count,
      byState: v.array(v.object({ state: v.picklist(TRANSFER_STATES), count })),
      /** Branches of the college; empty in the view over all colleges. */
      byBranch: v.array(v.object(figures)),
      /** Colleges; empty in the view of one. */
      byCollege: v.array(v.object(figures)),
      /** People of earlier seasons who are not through; in none of the other figures. */
      earlier: v.optional(count),
      /** Null: ways the college handles that a committee is not told apart. */
      byWay: v.array(v.object({ wayId: v.nullable(wayId), started: count, transferred: count })),
      /** Receiver clocks that end on each of the next days, today first; `day` is the China day number. */
      deadlines: v.array(v.object({ day: count, at: instant, count })),
      /** 转接率: transferred ÷ graduates who are members, in percent with one decimal. */
      rate: v.object({
        transferred: count,
        /** Whom the rate is about. */
        members: count,
        /** Recorded on a way that the rate leaves out, and in none of the two numbers above. */
        leftOut: v.optional(count, 0),
        percent: v.number(),
        targets: v.array(v.object({ at: instant, percent: v.number(), met: v.boolean() })),
      }),
      /** What the rules have counted beside it, each with how it is counted. */
      measures: v.optional(
        v.array(
          v.object({
            id: v.string(),
            label: v.string(),
            meaning: v.string(),
            transferred: count,
            members: count,
            percent: v.number(),
          }),
        ),
      ),
      /** First submissions and arrivals on each China day that had any, oldest first. */
      trend: v.array(v.object({ day: count, at: instant, submitted: count, transferred: count })),
      now: instant,
    }),
    ['COLLEGE_UNKNOWN'],
  ),
  /** Counts the figures anew from the transfers; for repair, not for daily use. */
  recountBoard: defineAction(
    v.strictObject({ collegeId: v.optional(id) }),
    v.object({ transfers: count, /** Counters that were wrong. */ repaired: count }),
    ['COLLEGE_UNKNOWN', 'BUSY'],
  ),
};
