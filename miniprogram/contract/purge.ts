/** What a season leaves behind, and taking it away once the next one is open. */
import * as v from 'valibot';
import { defineAction } from './define';
import { empty, id, instant } from './parts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const purgeActions = {
  /** Newest first; the open one is the first. */
  seasons: defineAction(
    empty,
    v.object({
      seasons: v.array(
        v.object({
          id,
          name: v.string(),
          deadlineAt: instant,
          isOpen: v.boolean(),
          purgedAt: v.nullable(instant),
        }),
      ),
      now: instant,
    }),
    [],
  ),
  /**
   * Removes the people who left with a season: their pictures, records, notices, roster lines and accounts. Those the
   * college still looks after (kept, army, deferred) stay, and so do the figures, the season and the audit. Works
   * branch by branch: the caller goes on with `next` until it is null. A dry run counts and changes nothing.
   */
  purgeSeason: defineAction(
    v.strictObject({ seasonId: id, dryRun: v.boolean(), cursor: v.optional(id) }),
    v.object({
      /** The season's; whoever clears it away types it first. */
      name: v.string(),
      counts: v.object({
        people: count,
        transfers: count,
        resetRequests: count,
        notices: count,
        files: count,
        /** People left alone because the college still looks after them. */
        kept: count,
      }),
      branchesLeft: count,
      next: v.nullable(v.string()),
      now: instant,
    }),
    ['NOT_FOUND', 'SEASON_OPEN', 'CONFLICT'],
  ),
};
