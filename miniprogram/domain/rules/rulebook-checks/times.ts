/** What the days and hours of a rulebook owe one another. */
import { checkQuietHours } from '../season-rules';
import { isQuietHour } from '../../calendar/quiet-hours';
import type { MonthDay } from '../../calendar/month-day';
import { daysRange } from '../rulebook/timeouts';
import { problem, repeated, type Check, type RulebookProblem } from './problem';

/** Of every year: February has 28. */
export const daysInMonth = (month: number): number =>
  month === 2 ? 28 : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** 2月30日 is no day, and 2月29日 not one of every year. */
export const checkDay = (path: string, day: MonthDay | null): RulebookProblem[] =>
  problem(
    `${path}.day`,
    'is not a day of every such month',
    day !== null && day.day > daysInMonth(day.month),
  );

/** Days of the year in their order. */
const order = ({ month, day }: MonthDay): number => month * 100 + day;

/** Whether one day of the year comes before another. */
export const isBefore = (one: MonthDay, other: MonthDay): boolean => order(one) < order(other);

export const checkTimeouts: Check = ({ timeouts, system, withdrawal }) => {
  const ids = [system.id, ...system.others.map(({ id }) => id)];
  return [
    ...problem('system.others', `holds ${repeated(ids)} twice`, repeated(ids) !== undefined),
    ...checkDay('withdrawal.lastDay', withdrawal.lastDay),
    ...timeouts.flatMap(({ from, until, sending, receiving }, index) => {
      const path = `timeouts.${index}`;
      const named = [sending, receiving].flatMap((systems) => (systems === 'any' ? [] : systems));
      const unknown = named.filter((id) => !ids.includes(id));
      return [
        ...checkDay(`${path}.from`, from),
        ...checkDay(`${path}.until`, until),
        ...problem(`${path}.until`, 'comes before from', until !== null && isBefore(until, from)),
        ...problem(path, `names systems nobody describes: ${unknown.join(', ')}`, unknown.length > 0),
      ];
    }),
  ];
};

export const checkTimes: Check = (rulebook) => {
  const { reminderDays, reminderValue, seasonDeadline, timeouts } = rulebook;
  const fewest = daysRange(timeouts)?.fewest ?? Infinity;
  const values = new Set<number | string>(reminderValue);
  const missing = [...reminderDays, 'timed-out'].filter((value) => !values.has(value));
  const reminderCount = reminderDays.length + 1;
  return [
    ...problem('reminderValue', `says nothing about ${missing.join(', ')}`, missing.length > 0),
    ...problem('reminderValue', 'ranks what is not planned', values.size > reminderCount),
    ...problem('reminderDays', 'holds a day twice', repeated(reminderDays) !== undefined),
    ...problem('reminderDays', 'starts before the receiver clock does', Math.max(...reminderDays) >= fewest),
    ...problem(
      'reminderHour',
      'lies in the quiet hours',
      isQuietHour(rulebook.reminderHour, rulebook.quietHours),
    ),
    ...problem('quietHours', 'leave the night open', !checkQuietHours(rulebook.quietHours).ok),
    ...checkDay('seasonDeadline', seasonDeadline),
    ...rulebook.rate.targets.flatMap((target, index) => checkDay(`rate.targets.${index}`, target)),
    ...problem(
      'escalateWarningHours',
      'does not come before the escalation',
      rulebook.escalateWarningHours >= rulebook.escalateAfterHours,
    ),
  ];
};
