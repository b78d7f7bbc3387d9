/** What the timer reads once a minute, and how it says when to look next. */
import { atChinaTime, chinaDay } from '../../miniprogram/domain/calendar/china-time';
import { WAKE } from '../_shared/kernel/policy';
import type { Ports } from '../_shared/platform/ports';
import type { RecordOf } from '../_shared/store/records';
import { ifReadable } from '../_shared/store/records/unreadable';
import { WAKE_ID } from '../_shared/store/wake';

export type Wake = RecordOf<'wake'>;

/** At the first turn of all, and when nobody can read what was written, everything is due. */
const ALL_DUE: Wake = {
  _id: WAKE_ID,
  recordVersion: 1,
  version: 0,
  dueAt: 0,
  clockAt: 0,
  jobsAt: 0,
  remindedAt: 0,
  loweredAt: 0,
};

export const readWake = async ({ store }: Ports): Promise<Wake> => {
  const stored = await ifReadable(store.get('wake', WAKE_ID));
  if (stored) return stored;
  await store.insertMissing('wake', [ALL_DUE]);
  return ALL_DUE;
};

/** The first look of tomorrow: what the clock decides is looked for once a day even when nothing announced it. */
export const tomorrowMorning = (now: number): number => atChinaTime(chinaDay(now) + 1, WAKE.morningHour, 0);

/** Nobody has lowered what the clock decides, and the timer knows that it is only the hour of a reminder. */
export const isReminderHour = ({ clockAt, jobsAt, loweredAt }: Wake, now: number): boolean =>
  jobsAt > now && clockAt > loweredAt;

/** Lowered so shortly ago that its transaction may still be on its way: then it is looked at once more. */
const notBeforeSure = (next: number, loweredAt: number, now: number): number =>
  loweredAt + WAKE.commitMs > now ? Math.min(next, loweredAt + WAKE.commitMs) : next;

/** Says when to look next, unless somebody has lowered it since it was read: then the next turn looks again. */
export const raiseWake = async (
  { store }: Ports,
  seen: Wake,
  {
    dueAt,
    clockAt,
    jobsAt,
    remindedAt,
    now,
  }: Pick<Wake, 'dueAt' | 'clockAt' | 'jobsAt' | 'remindedAt'> & { now: number },
): Promise<void> => {
  // Only what was lowered itself: a moment the timer has set before is later than the last lowering.
  const clockLoweredAt = seen.clockAt <= seen.loweredAt ? seen.loweredAt : 0;
  const next = {
    dueAt: notBeforeSure(Math.min(dueAt, tomorrowMorning(now)), seen.loweredAt, now),
    clockAt: notBeforeSure(Math.min(clockAt, tomorrowMorning(now)), clockLoweredAt, now),
    jobsAt,
    remindedAt,
  };
  const isAsSeen =
    next.dueAt === seen.dueAt &&
    next.clockAt === seen.clockAt &&
    jobsAt === seen.jobsAt &&
    remindedAt === seen.remindedAt;
  if (isAsSeen) return;
  const target = { _id: { in: [WAKE_ID] }, version: seen.version };
  await store.changeAll('wake', target, { set: next, add: { version: 1 } });
};
