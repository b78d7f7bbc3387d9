/** The rules of the committee and of each college: a draft, what it would do, its versions. */
import * as v from 'valibot';
import { defineAction } from '../define';
import { count, empty, id, ID_NUMBER, instant, version } from '../parts';
import { holdsIdNumber } from '../../domain/text/id-number';
import { editView } from '../rules';

/** More than a rulebook has places. */
const MOST_EDITS = 1000;
const LONGEST = 200_000;

/** The database takes no other names of fields. */
const STORED_NAME = /^\w{1,32}$/;

/** Whether the database can keep it: whatever is sent, a draft of it is kept before anybody reads it. */
const isStorable = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inside]) => STORED_NAME.test(name) && isStorable(inside));
};

const edits = v.pipe(
  v.array(v.strictObject({ path: v.pipe(v.string(), v.maxLength(160)), value: v.unknown() })),
  v.maxLength(MOST_EDITS),
  v.check((given) => JSON.stringify(given).length <= LONGEST),
  v.check((given) => given.every(({ value }) => isStorable(value))),
  v.check((given) => !holdsIdNumber(JSON.stringify(given)), ID_NUMBER),
);

const number = v.pipe(v.number(), v.integer(), v.minValue(1));

const hoursView = v.object({ from: count, to: count });
const published = v.object({ number: count, edits: v.array(editView), at: v.nullable(instant) });

const ruleSet = {
  /** Of the whole: raised by whoever saves or publishes. */
  version,
  published,
  draft: v.nullable(v.object({ edits: v.array(editView), savedAt: instant })),
};

/** What publishing does to people under way. */
const effects = v.object({
  /** Transfers waiting only for a step that is removed: they are completed. */
  completed: count,
  /** Transfers on a route that is closed: they go on. */
  kept: count,
  /** Colleges whose own changes no longer fit: these are taken back. */
  colleges: v.array(v.object({ name: v.string(), count })),
  /** False when there were more than one call can look at; the counts are then a lower bound. */
  complete: v.boolean(),
});

export const ruleActions = {
  /** The rules of the caller's own scope. */
  rules: defineAction(
    empty,
    v.object({
      scopeId: id,
      scopeName: v.string(),
      /** The season's rulebook with its answers, without any version. */
      rulebookId: v.string(),
      /** What the committee has published below a college's rules; empty for the committee. */
      lower: v.array(v.array(editView)),
      /** What the season holds for the scope beside its rulebook; changed by the season's own actions. */
      season: v.optional(v.object({ deadlineAt: instant, quietHours: hoursView })),
      ...ruleSet,
      now: instant,
    }),
    [],
  ),
  /** Keeps what is being prepared; null forgets it. Nothing of it is seen by anybody else. */
  saveRulesDraft: defineAction(
    v.strictObject({ version, edits: v.nullable(edits) }),
    v.object({ ...ruleSet, now: instant }),
    ['CONFLICT'],
  ),
  /** What publishing would do; changes nothing. */
  previewRules: defineAction(v.strictObject({ edits }), v.object({ effects, now: instant }), [
    'RULES_CONTRADICTORY',
  ]),
  /**
   * A new version, which holds at once. `revertOf` names the earlier version it brings back. Where transfers whose last
   * step was removed are `left`, the timer completes them within minutes.
   */
  publishRules: defineAction(
    v.strictObject({ version, edits, revertOf: v.optional(number) }),
    v.object({ ...ruleSet, completed: count, left: v.boolean(), now: instant }),
    ['CONFLICT', 'RULES_CONTRADICTORY', 'TEXT_REJECTED'],
  ),
  /** Every version of the scope, newest first. */
  ruleVersions: defineAction(
    empty,
    v.object({
      versions: v.array(
        v.object({ number, edits: v.array(editView), at: instant, revertOf: v.nullable(v.number()) }),
      ),
      now: instant,
    }),
    [],
  ),
};
