/** What is to become of claimed notices before anybody is asked to send them. */
import { nextAllowed } from '../../../../miniprogram/domain/calendar/quiet-hours';
import { DELIVERY } from '../../kernel/policy';
import type { Notice } from '../../store/records';
import { forCollege, rulebookNamed, withSeason, type CurrentSeason } from '../../season/season';
import type { Truth } from './causes';

/** Where a notice ends without being sent, or until when it waits. */
export type Fate =
  | { readonly kind: 'too-late' }
  /** Its cause is gone. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'dead' }
  /** Until the quiet hours end, WeChat may have quota again, or its cause can be read. */
  | { readonly kind: 'held'; readonly until: number };

/** `at` itself, or the end of the quiet hours it lies in; whoever looks into the inbox at night sees it there. */
export const allowedFrom = ({ rulebookId, collegeId }: Notice, season: CurrentSeason, at: number): number =>
  nextAllowed(at, withSeason(rulebookNamed(rulebookId), forCollege(season, collegeId)).quietHours);

/** None for a notice that may go out now. */
export const fateOf = (
  notice: Notice,
  { isTrue, season, now }: { isTrue: Truth; season: CurrentSeason; now: number },
): Fate | undefined => {
  if (notice.notAfter !== null && notice.notAfter < now) return { kind: 'too-late' };
  const truth = isTrue(notice);
  if (truth === 'unknown') return { kind: 'held', until: now + DELIVERY.unknownCauseMs };
  if (!truth) return { kind: 'gone' };
  if (notice.attempts > DELIVERY.maxAttempts) return { kind: 'dead' };
  const until = allowedFrom(notice, season, now);
  return until === now ? undefined : { kind: 'held', until };
};
