/** Runs in a process of its own under a given TZ and prints what the domain says there. */
import { atChinaTime, chinaDay, formatChina } from '../../../miniprogram/domain/calendar/china-time';
import { daysLeft, seasonDeadlineOf } from '../../../miniprogram/domain/rules/deadline';
import { digestSlots } from '../../../miniprogram/domain/reminding/digest';
import { judgeInitiatedAt } from '../../../miniprogram/domain/rules/initiated-at';
import { comingReminders } from '../../../miniprogram/domain/reminding/reminders';
import { codeWarning } from '../../../miniprogram/domain/reminding/reset-hours';
import { RULEBOOKS } from '../../../miniprogram/rulebooks';
import { DAYS_LEFT, DEADLINES, FORMATS, SEASON_ENDS, at } from './deadline-table';
import { NATIONAL, PHASED, allYear, clockFrom } from './phase-table';
import { INITIATED, SEASON_OPENED } from './initiated-at-table';

const reminders = RULEBOOKS.flatMap((rulebook) =>
  DEADLINES.map(([initiated, , deadline]) => {
    const now = at(initiated);
    const deadlineAt = at(deadline);
    const season = { id: 's', deadlineAt, rules: rulebook };
    const nobody = { memberId: 'm', isFreed: false, waitsForCode: false, transfers: [], season };
    const own = { id: 't', attempt: 1, deadlineAt, waitingSince: now, keeping: null, rules: rulebook };
    const running = { ...own, state: 'approved', waitsFor: 'receiver' } as const;
    return [
      ...comingReminders({ ...nobody, transfers: [running] }, now),
      ...comingReminders(nobody, now),
      codeWarning({ id: 'r', requestedAt: now, escalatesAt: deadlineAt }, rulebook),
      ...digestSlots(chinaDay(now), rulebook),
    ];
  }),
);

process.stdout.write(
  JSON.stringify({
    // Local hours in winter and summer show which zone this process really runs in.
    zone: [new Date(at('2026-01-01T00:00:00Z')).getHours(), new Date(at('2026-07-01T00:00:00Z')).getHours()],
    deadlines: DEADLINES.map(([initiated, days]) => clockFrom(at(initiated), [allYear(days)])),
    phases: PHASED.map(([initiated, sending, receiving]) =>
      clockFrom(at(initiated), NATIONAL, sending, receiving),
    ),
    daysLeft: DAYS_LEFT.map(([deadline, now]) => daysLeft(at(deadline), at(now))),
    formats: FORMATS.map(([moment, pattern]) => formatChina(at(moment), pattern)),
    seasonEnds: SEASON_ENDS.map(([year, month, day]) =>
      seasonDeadlineOf({ seasonDeadline: { month, day } }, year),
    ),
    midnights: DEADLINES.map(([initiated]) => atChinaTime(chinaDay(at(initiated)), 0, 0)),
    initiated: INITIATED.map(([, initiated, now]) =>
      judgeInitiatedAt(at(initiated), { now: at(now), seasonOpenedAt: at(SEASON_OPENED) }),
    ),
    reminders,
  }),
);
