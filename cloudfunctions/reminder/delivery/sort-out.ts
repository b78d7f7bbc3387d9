/** What is to become of claimed notices before anybody is asked to send them. */
import { isQuiet, nextAllowed } from '../../../miniprogram/domain/quiet-hours';
import { DELIVERY } from '../../_shared/policy';
import type { Notice } from '../../_shared/records';
import { rulebookNamed, withSeason, type CurrentSeason } from '../../_shared/season';
import type { Truth } from './causes';

/** Where a notice ends without being sent, or until when it waits. */
export type Fate =
  | { readonly kind: 'too-late' }
  /** Its cause is gone. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'dead' }
  /** Until the quiet hours end, or WeChat may have quota again. */
  | { readonly kind: 'held'; readonly until: number };

/**
 * Night sends are for what has just happened. A notice due by day, or late by more than the grace, waits for the
 * morning.
 */
const quietUntil = (
  { rulebookId, dueAt }: Notice,
  season: CurrentSeason,
  now: number,
): number | undefined => {
  const { quietHours } = withSeason(rulebookNamed(rulebookId), season);
  if (!isQuiet(now, quietHours)) return undefined;
  const isNews = isQuiet(dueAt, quietHours) && now - dueAt <= DELIVERY.nightGraceMs;
  return isNews ? undefined : nextAllowed(now, quietHours);
};

/** None for a notice that may go out now. */
export const fateOf = (
  notice: Notice,
  { isTrue, season, now }: { isTrue: Truth; season: CurrentSeason; now: number },
): Fate | undefined => {
  if (notice.notAfter !== null && notice.notAfter < now) return { kind: 'too-late' };
  if (!isTrue(notice)) return { kind: 'gone' };
  if (notice.attempts > DELIVERY.maxAttempts) return { kind: 'dead' };
  const until = quietUntil(notice, season, now);
  return until === undefined ? undefined : { kind: 'held', until };
};
