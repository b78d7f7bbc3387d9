import type * as v from 'valibot';
import type { seasonChanges } from '../../../../miniprogram/contract/teacher/season';
import { nextSeasonDeadline, seasonDeadlineOf } from '../../../../miniprogram/domain/rules/deadline';
import { fail, ok, type Result } from '../../../../miniprogram/domain/errors';
import type { Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import {
  checkQuietHours,
  checkSeasonDeadline,
  seasonYearOf,
} from '../../../../miniprogram/domain/rules/season-rules';
import { choicesIn, shippedIdOf, withChoices } from '../../../../miniprogram/domain/rules/rulebook/chosen';
import { offeredRulebook } from '../../../../miniprogram/rulebooks';
import type { Season } from '../../../_shared/store/records';
import type { CurrentSeason } from '../../../_shared/season/season';

export type SeasonChanges = v.InferOutput<typeof seasonChanges>;

/** The season as it is stored, or as it is by default before the first one is opened. */
export const storedSeason = (stored: Season | undefined, current: CurrentSeason, now: number): Season =>
  stored ?? {
    _id: current.id,
    recordVersion: 5,
    name: current.name,
    rulebookId: current.rulebookId,
    deadlineAt: current.deadlineAt,
    openedAt: now,
    version: 0,
    deadlineOverridden: false,
    quietHours: null,
    announcement: null,
    colleges: [],
    purgedAt: null,
  };

/** An id such as `2026` says which year's deadline is meant. */
const deadlineByRulebook = (seasonId: string, rulebook: Rulebook, now: number): number => {
  const year = seasonYearOf(seasonId);
  return year === null ? nextSeasonDeadline(rulebook, now) : seasonDeadlineOf(rulebook, year);
};

/** A text that stays the same keeps its day; none takes the announcement away. */
export const announcementAfter = (
  before: Season['announcement'],
  text: string | null | undefined,
  now: number,
): Season['announcement'] => {
  if (text === undefined || text === before?.text) return before;
  return text === null ? null : { text, at: now };
};

const checkChanges = (season: Season, changes: SeasonChanges, now: number): Result<undefined> => {
  const { deadlineAt, quietHours } = changes;
  const day = deadlineAt ? checkSeasonDeadline(season._id, deadlineAt, now) : ok(undefined);
  return day.ok && quietHours ? checkQuietHours(quietHours) : day;
};

/** The rulebook with its answers afterwards: those of another rulebook are dropped. */
const rulebookAfter = (
  { rulebookId }: Season,
  changes: Pick<SeasonChanges, 'rulebookId' | 'choices'>,
): Result<Rulebook> => {
  const before = shippedIdOf(rulebookId);
  const id = changes.rulebookId ?? before;
  const shipped = offeredRulebook(id);
  if (!shipped) return fail('RULEBOOK_UNKNOWN', 'changes.rulebookId');
  return withChoices(shipped, changes.choices ?? (id === before ? choicesIn(rulebookId) : []));
};

/** The season with the changes in it. `RULEBOOK_UNKNOWN` for what no season can have, `SETTING_UNKNOWN`. */
export const mergeChanges = (season: Season, changes: SeasonChanges, now: number): Result<Season> => {
  const chosen = rulebookAfter(season, changes);
  if (!chosen.ok) return chosen;
  const rulebook = chosen.data;
  const checked = checkChanges(season, changes, now);
  if (!checked.ok) return checked;
  const deadlineOverridden =
    changes.deadlineAt === undefined ? season.deadlineOverridden : changes.deadlineAt !== null;
  const byHand = changes.deadlineAt ?? season.deadlineAt;
  const isNewRule = rulebook.id !== season.rulebookId || changes.deadlineAt === null;
  const byRule = isNewRule ? deadlineByRulebook(season._id, rulebook, now) : season.deadlineAt;
  return ok({
    ...season,
    name: changes.name ?? season.name,
    rulebookId: rulebook.id,
    deadlineAt: deadlineOverridden ? byHand : byRule,
    deadlineOverridden,
    quietHours: changes.quietHours === undefined ? season.quietHours : changes.quietHours,
    announcement: announcementAfter(season.announcement, changes.announcement, now),
  });
};
