import { settingsOf } from '../../cloudfunctions/_shared/season/season';
import type { Season } from '../../cloudfunctions/_shared/store/records';

/** The season with what holds for the people of one college: its own hours, and its own end where that is earlier. */
export const heldIn = (season: Season, collegeId: string | null): Season => {
  const own = settingsOf(season.colleges, collegeId);
  const deadlineAt = Math.min(season.deadlineAt, own?.deadlineAt ?? Infinity);
  return { ...season, deadlineAt, quietHours: own?.quietHours ?? season.quietHours };
};
