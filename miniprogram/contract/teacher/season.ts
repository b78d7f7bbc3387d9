/** The season: rulebook, deadline, quiet hours, announcement, what changing them means, and what is left of past ones. */
import * as v from 'valibot';
import { isEmpty } from '../../domain/text/clean-text';
import { announcementView } from '../announcement';
import { defineAction } from '../define';
import {
  empty,
  id,
  instant,
  line,
  NOTHING_ANNOUNCED,
  plain,
  seasonView,
  templateKey,
  text,
  version,
  count,
} from '../parts';
import { healthView } from './delivery';

const hour = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23));
const quietHours = v.strictObject({ from: hour, to: hour });

const announcement = v.pipe(
  v.string(),
  v.check((typed) => !isEmpty(typed), NOTHING_ANNOUNCED),
  text(300),
);

/** What a college may change for its own people. What is left out stays; null goes back to the university's. */
export const collegeSeasonChanges = v.strictObject({
  deadlineAt: v.optional(v.nullable(instant)),
  quietHours: v.optional(v.nullable(quietHours)),
  announcement: v.optional(v.nullable(announcement)),
});

const choices = v.pipe(v.array(v.strictObject({ setting: line(40), option: line(40) })), v.maxLength(40));

/** What is left out stays; null goes back to what the rulebook says. */
export const seasonChanges = v.strictObject({
  ...collegeSeasonChanges.entries,
  name: v.optional(line(40)),
  rulebookId: v.optional(line(40)),
  /** All answers to the rulebook's settings; those left out are its own. Another rulebook begins without any. */
  choices: v.optional(choices),
});

/** What holds in a college, and which of it is its own instead of the university's. */
const collegeSettings = v.object({
  deadlineAt: instant,
  deadlineOverridden: v.boolean(),
  quietHours,
  quietHoursOverridden: v.boolean(),
  /** The college's own; the university's stands beside it. */
  announcement: v.nullable(announcementView),
});

const seasonSettings = v.object({
  ...seasonView.entries,
  version,
  /** Whether somebody set another deadline than the rulebook's. */
  deadlineOverridden: v.boolean(),
  quietHours,
  quietHoursOverridden: v.boolean(),
  announcement: v.nullable(announcementView),
});

const previewView = v.object({
  before: v.object({ rulebookId: v.string(), deadlineAt: instant, quietHours }),
  after: v.object({ rulebookId: v.string(), deadlineAt: instant, quietHours }),
  /** People who have signed in and have nothing under way: they are reminded of the season's end. */
  people: v.number(),
  /** Reminders that would be new or at another time, and those that would fall away. */
  remindersAdded: v.number(),
  remindersGone: v.number(),
  /** Transfers whose receiver clock runs: their own reminders move out of the quiet hours. */
  transfersMoved: v.number(),
  /** Transfers that keep the rulebook they began under. */
  transfersKept: v.number(),
  /** False when there were more people than one call can look at; the counts are then a lower bound. */
  complete: v.boolean(),
  now: instant,
});

export const seasonActions = {
  openSeason: defineAction(
    /** Answers left out are the rulebook's own, or those the season has already. */
    v.strictObject({
      id: plain(12),
      name: line(40),
      rulebookId: line(40),
      choices: v.optional(choices),
    }),
    v.object({ deadlineAt: instant }),
    ['RULEBOOK_UNKNOWN', 'SETTING_UNKNOWN', 'SEASON_NOT_A_YEAR', 'SEASON_OUT_OF_ORDER', 'TEXT_REJECTED'],
  ),
  season: defineAction(
    empty,
    v.object({
      season: seasonSettings,
      /** The teacher's own college; null for the committee. */
      college: v.nullable(collegeSettings),
      /** For the committee: the colleges that have settings of their own. */
      colleges: v.array(v.object({ id, name: v.string(), ...collegeSettings.entries })),
      /** People not through yet, of this season and earlier ones: they go on when the next one opens. */
      unfinished: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
      /** People who have handed in nothing: when the next one opens they are of that one, and no day of this reminds them. */
      notBegun: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
      rulebooks: v.array(v.object({ id: v.string(), name: v.string(), schoolYear: v.string() })),
      templates: v.array(
        v.object({ key: templateKey, title: v.string(), id: v.nullable(v.string()), missing: v.boolean() }),
      ),
      /** How notices are delivered, for the same page. */
      health: healthView,
      now: instant,
    }),
    [],
  ),
  /** What saving would do; changes nothing. */
  previewSeason: defineAction(v.strictObject({ changes: seasonChanges }), previewView, [
    'RULEBOOK_UNKNOWN',
    'SETTING_UNKNOWN',
    'ANNOUNCEMENT_EMPTY',
    'DEADLINE_PAST',
    'DEADLINE_OTHER_YEAR',
    'QUIET_HOURS_ODD',
  ]),
  saveSeason: defineAction(
    v.strictObject({ version, changes: seasonChanges }),
    v.object({ season: seasonSettings, now: instant }),
    [
      'SEASON_NOT_OPEN',
      'RULEBOOK_UNKNOWN',
      'SETTING_UNKNOWN',
      'CONFLICT',
      'ANNOUNCEMENT_EMPTY',
      'TEXT_REJECTED',
      'DEADLINE_PAST',
      'DEADLINE_OTHER_YEAR',
      'QUIET_HOURS_ODD',
    ],
  ),
  /** The same for what a college sets for its own people. */
  previewCollegeSeason: defineAction(
    v.strictObject({ collegeId: id, changes: collegeSeasonChanges }),
    previewView,
    [
      'COLLEGE_UNKNOWN',
      'ANNOUNCEMENT_EMPTY',
      'DEADLINE_PAST',
      'DEADLINE_OTHER_YEAR',
      'DEADLINE_AFTER_SEASON',
      'QUIET_HOURS_ODD',
    ],
  ),
  /** The version is the season's: whoever changed it meanwhile, the college looks again. */
  saveCollegeSeason: defineAction(
    v.strictObject({ collegeId: id, version, changes: collegeSeasonChanges }),
    v.object({ season: seasonSettings, college: collegeSettings, now: instant }),
    [
      'SEASON_NOT_OPEN',
      'COLLEGE_UNKNOWN',
      'CONFLICT',
      'ANNOUNCEMENT_EMPTY',
      'TEXT_REJECTED',
      'DEADLINE_PAST',
      'DEADLINE_OTHER_YEAR',
      'DEADLINE_AFTER_SEASON',
      'QUIET_HOURS_ODD',
    ],
  ),
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
