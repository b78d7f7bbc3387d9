import type { Response } from '../../../../miniprogram/contract';
import type { Ports } from '../../../_shared/platform/ports';
import type { Season } from '../../../_shared/store/records';
import {
  openSeasonOf,
  forCollege,
  rulebookNamed,
  settingsOf,
  withSeason,
  type CollegeSeason,
  toCurrent,
} from '../../../_shared/season/season';
import { currentIdOf } from '../../../_shared/season/published';
import { storedSeason } from './merge';

type Reply = Response<'teacher', 'season'>;

/** Quiet hours as they hold, the rulebook's where nobody has set others. */
export const hoursOf = (season: CollegeSeason): Reply['season']['quietHours'] =>
  withSeason(rulebookNamed(season.rulebookId), season).quietHours;

/** @param collegeId whose rules the reader goes by; none for the university's */
export const toSeasonView = (season: Season, collegeId: string | null = null): Reply['season'] => ({
  id: season._id,
  name: season.name,
  rulebookId: currentIdOf(season.rulebookId, collegeId),
  deadlineAt: season.deadlineAt,
  version: season.version,
  deadlineOverridden: season.deadlineOverridden,
  quietHours: hoursOf(forCollege(toCurrent(season), null)),
  quietHoursOverridden: season.quietHours !== null,
  announcement: season.announcement,
});

/** What holds in a college, and which of it the college has set itself. */
export const toCollegeView = (season: Season, collegeId: string): NonNullable<Reply['college']> => {
  const held = forCollege(toCurrent(season), collegeId);
  return {
    deadlineAt: held.deadlineAt,
    // One that the season's has overtaken since has no effect.
    deadlineOverridden: held.deadlineAt < season.deadlineAt,
    quietHours: hoursOf(held),
    quietHoursOverridden: Boolean(settingsOf(season.colleges, collegeId)?.quietHours),
    announcement: held.collegeAnnouncement,
  };
};

/** The open season as a record, also before the first one was opened. */
export const loadSeason = async (ports: Ports): Promise<Season> => {
  const { stored, current } = await openSeasonOf(ports);
  return storedSeason(stored, current, ports.clock.now());
};
