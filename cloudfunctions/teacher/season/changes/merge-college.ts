import type * as v from 'valibot';
import { dayOf } from '../../../../miniprogram/domain/calendar/china-time';
import type { collegeSeasonChanges } from '../../../../miniprogram/contract/teacher/season';
import { fail, ok, type Result } from '../../../../miniprogram/domain/errors';
import { checkQuietHours, checkSeasonDeadline } from '../../../../miniprogram/domain/rules/season-rules';
import type { Season } from '../../../_shared/store/records';
import { settingsOf } from '../../../_shared/season/season';
import { announcementAfter } from './merge';

export type CollegeSeasonChanges = v.InferOutput<typeof collegeSeasonChanges>;

const NOTHING_SET = { deadlineAt: null, quietHours: null, announcement: null };

/** An own deadline gives people less time, never more than the university gives. */
const checkDeadline = (season: Season, deadlineAt: number, now: number): Result<undefined> => {
  if (deadlineAt <= season.deadlineAt) return checkSeasonDeadline(season._id, deadlineAt, now);
  const date = dayOf(season.deadlineAt);
  return fail('DEADLINE_AFTER_SEASON', 'changes.deadlineAt', { date });
};

/** The season with what a college changes for its own people; what it leaves to the university is not kept. */
export const mergeCollege = (
  season: Season,
  collegeId: string,
  changes: CollegeSeasonChanges,
  now: number,
): Result<Season> => {
  const before = settingsOf(season.colleges, collegeId) ?? { collegeId, ...NOTHING_SET };
  const others = season.colleges.filter((one) => one.collegeId !== collegeId);
  const { deadlineAt = before.deadlineAt, quietHours = before.quietHours } = changes;
  const checked = changes.deadlineAt ? checkDeadline(season, changes.deadlineAt, now) : ok(undefined);
  if (!checked.ok) return checked;
  const hours = changes.quietHours ? checkQuietHours(changes.quietHours) : ok(undefined);
  if (!hours.ok) return hours;
  const announcement = announcementAfter(before.announcement, changes.announcement, now);
  const own = {
    // The season's own day is nothing of the college's.
    deadlineAt: deadlineAt === season.deadlineAt ? null : deadlineAt,
    quietHours,
    announcement,
  };
  const isSet = Object.values(own).some((value) => value !== null);
  return ok({ ...season, colleges: isSet ? [...others, { ...before, ...own }] : others });
};
