import { atChinaTime, chinaDay } from './china-time';
import { escalatesAtOf } from './plan-reset';
import type { PlannedNotice } from './planned-notice';
import { nextAllowed } from './quiet-hours';
import type { Rulebook } from './rulebook';

interface DigestInput {
  readonly accountId: string;
  readonly audience: 'secretary' | 'teacher';
  /** Epoch ms since when the oldest item waits. */
  readonly oldestSince: number;
  readonly now: number;
  readonly rulebook: Pick<Rulebook, 'escalateAfterHours' | 'reminderHour' | 'quietHours'>;
}

/**
 * The daily digest about what has waited too long: at the first reminder hour after the oldest item's patience
 * ends. One id for each account and day, so planning it for every item makes one message.
 */
export const planDigest = ({
  accountId,
  audience,
  oldestSince,
  now,
  rulebook,
}: DigestInput): PlannedNotice => {
  const earliest = Math.max(now, escalatesAtOf(oldestSince, rulebook));
  const onDay = (day: number): number =>
    nextAllowed(atChinaTime(day, rulebook.reminderHour, 0), rulebook.quietHours);
  const today = onDay(chinaDay(earliest));
  const dueAt = today >= earliest ? today : onDay(chinaDay(earliest) + 1);
  return {
    id: `${accountId}:${chinaDay(dueAt)}:digest-${audience}`,
    kind: 'digest',
    audience,
    dueAt,
    notAfter: atChinaTime(chinaDay(dueAt) + 1, 0, 0) - 1,
  };
};
