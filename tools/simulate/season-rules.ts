/** Reminders as the season's rules have them, reckoned from who has what under way and not from what is planned. */
import { rulebookNamed, settingsOf, withSeason } from '../../cloudfunctions/_shared/season/season';
import type { Member, Notice, Season } from '../../cloudfunctions/_shared/store/records';
import { CLOCK_STATES, IDLE_STATES } from '../../miniprogram/domain/transfer/lifecycle';
import type { PlannedNotice } from '../../miniprogram/domain/reminding/planned-notice';
import {
  deadlineReminders,
  seasonReminders,
  timeOutReminder,
} from '../../miniprogram/domain/reminding/reminders';
import type { Outcome, Replanned } from './outcome';

/** The season with what holds for the people of one college: its own hours, and its own end where that is earlier. */
export const heldIn = (season: Season, collegeId: string | null): Season => {
  const own = settingsOf(season.colleges, collegeId);
  const deadlineAt = Math.min(season.deadlineAt, own?.deadlineAt ?? Infinity);
  return { ...season, deadlineAt, quietHours: own?.quietHours ?? season.quietHours };
};

const dueTo = (
  { _id: memberId, collegeId }: Member,
  changed: Season,
  { at: now, college }: Replanned,
): PlannedNotice[] => {
  const season = heldIn(changed, collegeId);
  const transfer = college.transfers.find((one) => one.memberId === memberId);
  const { deadlineAt } = season;
  if (IDLE_STATES.includes(transfer?.state ?? 'none')) {
    const rules = withSeason(rulebookNamed(season.rulebookId), season);
    return seasonReminders({ seasonId: season._id, memberId, deadlineAt }, now, rules);
  }
  if (!transfer || transfer.deadlineAt === null || !CLOCK_STATES.includes(transfer.state)) return [];
  const rules = withSeason(rulebookNamed(transfer.rulebookId), season);
  const { _id: ownerId, attempt } = transfer;
  const clock = { ownerId, attempt, deadlineAt: transfer.deadlineAt, now, rules };
  const timeOut = transfer.deadlineAt > now ? [timeOutReminder(clock)] : [];
  return [...deadlineReminders(clock, { late: false }), ...timeOut];
};

/** Told once, a reminder of a transfer is not told again because the hours of quiet have changed. */
const isTold = ({ kind, status }: Notice): boolean =>
  kind !== 'season-near' && !['planned', 'sending', 'cancelled'].includes(status);

/** What was not planned anew after the season's rules had changed. */
export const missedReplans = ({ replanned, rounds }: Outcome): string[] => {
  const last = rounds[rounds.length - 1]?.after.season;
  if (last && !replanned) return ['reminders were never planned anew'];
  if (!replanned?.college.season) return [];
  const { college, members, notices } = replanned;
  const { season } = college;
  return members
    .filter(({ accountId }) => accountId !== null)
    .flatMap((member) => (season ? dueTo(member, season, replanned) : []))
    .flatMap(({ id, dueAt }) => {
      const stored = notices.find(({ _id }) => _id === id);
      if (stored && (isTold(stored) || (stored.dueAt === dueAt && stored.status !== 'cancelled'))) return [];
      const has = stored ? `${stored.status} for ${new Date(stored.dueAt).toISOString()}` : 'not planned';
      return [`${id}, due ${new Date(dueAt).toISOString()}, is ${has}`];
    });
};
