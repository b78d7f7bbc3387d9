import { atChinaTime, chinaDay } from '../calendar/china-time';
import { escalatesAtOf } from './plan-reset';
import type { PlannedNotice } from './planned-notice';
import { nextAllowed } from '../calendar/quiet-hours';
import type { Rulebook } from '../rules/rulebook';
import { nextWorkingDay } from '../calendar/working-days';

/** The second digest of a day, for those who could not be told at once. */
const AFTERNOON_HOUR = 16;

type DigestRules = Pick<Rulebook, 'escalateAfterHours' | 'reminderHour' | 'quietHours'>;

interface Reader {
  readonly accountId: string;
  readonly audience: 'secretary' | 'teacher';
  readonly now: number;
  readonly rulebook: DigestRules;
}

/** The first digest hour at or after `earliest` on a working day. */
const slotFrom = (earliest: number, hours: readonly number[], { quietHours }: DigestRules): number => {
  const onDay = (day: number) => hours.map((hour) => nextAllowed(atChinaTime(day, hour, 0), quietHours));
  const first = nextWorkingDay(chinaDay(earliest));
  const today = onDay(first).find((at) => at >= earliest);
  return today ?? onDay(nextWorkingDay(first + 1))[0] ?? earliest;
};

const digestAt = (dueAt: number, { accountId, audience, rulebook }: Reader): PlannedNotice => {
  const day = chinaDay(dueAt);
  const isFirst = dueAt <= nextAllowed(atChinaTime(day, rulebook.reminderHour, 0), rulebook.quietHours);
  return {
    id: `${accountId}:${day}:digest-${audience}${isFirst ? '' : `-${AFTERNOON_HOUR}`}`,
    kind: 'digest',
    audience,
    dueAt,
    notAfter: atChinaTime(day + 1, 0, 0) - 1,
  };
};

/**
 * The daily digest about what has waited too long: at the first reminder hour of a working day after the oldest
 * item's patience ends. One id for each account and day, so planning it for every item makes one message.
 */
export const planDigest = (input: Reader & { readonly oldestSince: number }): PlannedNotice => {
  const { oldestSince, now, rulebook } = input;
  const earliest = Math.max(now, escalatesAtOf(oldestSince, rulebook));
  return digestAt(slotFrom(earliest, [rulebook.reminderHour], rulebook), input);
};

/** The next digest for somebody who could not be told at once: twice on working days. */
export const planCatchUp = (input: Reader): PlannedNotice =>
  // One that is due this very moment may be on its way already.
  digestAt(slotFrom(input.now + 1, [input.rulebook.reminderHour, AFTERNOON_HOUR], input.rulebook), input);
