/** While the school keeps a relation: on its days both sides are in touch, and before it ends there is time to move on. */
import { atChinaTime, chinaDay } from '../calendar/china-time';
import { nextAllowed } from '../calendar/quiet-hours';
import { daysLeft } from '../rules/deadline';
import type { Rulebook } from '../rules/rulebook';
import { keptUntil, type Keeping } from '../transfer/keeping';
import { lastMomentOf, noticeId, type Reminder } from './due-notice';
import type { NoticeKind } from './kinds';

interface Kept {
  readonly id: string;
  readonly attempt: number;
  readonly keeping: Pick<Keeping, 'until' | 'atMost' | 'followUps'> | null;
  readonly rules: Pick<Rulebook, 'seasonReminderDays' | 'reminderHour' | 'quietHours'>;
}

const reminder = ({ id, attempt, rules }: Kept, kind: NoticeKind, day: number): Reminder => {
  const dueAt = nextAllowed(atChinaTime(day, rules.reminderHour, 0), rules.quietHours);
  const named = `${noticeId(id, attempt, kind)}:${day}`;
  return { id: named, earlierId: named, kind, audience: 'graduate', dueAt, notAfter: lastMomentOf(dueAt) };
};

/** On each day of getting in touch before the end, and the season's days before the end. */
export const keepingReminders = (kept: Kept): Reminder[] => {
  const { keeping, rules } = kept;
  if (!keeping) return [];
  const end = keptUntil(keeping);
  const contacts = keeping.followUps.map((at) => reminder(kept, 'keeping-contact', chinaDay(at)));
  const endings = (end === null ? [] : rules.seasonReminderDays).map((days) => {
    const one = reminder(kept, 'keeping-near', chinaDay(end ?? 0) - days);
    return { ...one, days: daysLeft(end ?? 0, one.dueAt) };
  });
  return [...contacts, ...endings].filter(({ dueAt }) => end === null || dueAt < end);
};
