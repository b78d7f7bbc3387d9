/** What is written about a notice once its fate is known: a table from verdict to fields. */
import { DELIVERY } from '../../kernel/policy';
import type { SendOutcome } from '../../platform/ports';
import type { Notice } from '../../store/records';
import type { NoticeStatus } from '../../store/records/notice';
import type { Fate } from './sort-out';

/** Also what happened without WeChat being asked: no credit, a fate of its own, or no time left in this run. */
export type Verdict =
  | SendOutcome
  | Fate
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'unsent' }
  /** A fault of ours, or bad data: it alone is set aside for a while. */
  | { readonly kind: 'broken' }
  /** WeChat says that there is no consent although the ledger has one: it is asked once more. */
  | { readonly kind: 'doubted'; readonly code: number };

export interface Settlement {
  readonly set: Partial<Omit<Notice, '_id'>>;
  /** Statuses it may be written over. */
  readonly over: readonly NoticeStatus[];
  /** Taken back from the attempts when the claim was not used. */
  readonly attempts: 0 | -1;
}

const backoffMs = (attempts: number): number =>
  Math.min(DELIVERY.firstBackoffMs * 2 ** (attempts - 1), DELIVERY.maxBackoffMs);

const HELD: readonly NoticeStatus[] = ['sending'];

const ended = (set: Settlement['set'], over = HELD): Settlement => ({ set, over, attempts: 0 });
const waiting = (nextAt: number, set: Settlement['set'], attempts: 0 | -1): Settlement => ({
  set: { ...set, status: 'planned', nextAt, leaseId: null },
  over: HELD,
  attempts,
});

const hidden = (status: NoticeStatus, now: number): Settlement =>
  ended({ status, readAt: now, settledAt: now });

export interface Moment {
  readonly now: number;
  /** When it could be sent at the earliest: its due time, or the end of the quiet hours that lay in. */
  readonly readyAt: () => number;
}

/** None for an unknown outcome: the notice keeps its lease and is looked at again when that ends. */
export const settlementOf = (
  notice: Notice,
  verdict: Verdict,
  { now, readyAt }: Moment,
): Settlement | undefined => {
  const isLast = notice.attempts >= DELIVERY.maxAttempts;
  switch (verdict.kind) {
    case 'sent': {
      const isPrompt = now - readyAt() <= DELIVERY.promptMs;
      // A cancellation meanwhile yields to a message that was sent.
      return ended({ status: 'sent', errorCode: null, settledAt: now, isPrompt }, ['sending', 'cancelled']);
    }
    case 'no-credit':
      return ended({ status: 'no-credit', errorCode: verdict.code, settledAt: now });
    case 'not-asked':
      return ended({ status: 'no-credit', errorCode: null, settledAt: now });
    case 'invalid':
      return ended({
        status: 'invalid',
        errorCode: verdict.code,
        problem: verdict.field ?? null,
        settledAt: now,
      });
    case 'busy':
      return isLast
        ? ended({ status: 'dead', errorCode: verdict.code, settledAt: now })
        : waiting(now + backoffMs(notice.attempts), { errorCode: verdict.code }, 0);
    case 'broken':
      return isLast ? ended({ status: 'dead', settledAt: now }) : waiting(now + DELIVERY.brokenMs, {}, 0);
    case 'doubted':
      return waiting(now + DELIVERY.doubtMs, { errorCode: verdict.code }, 0);
    case 'denied':
      return waiting(now + DELIVERY.deniedMs, { errorCode: verdict.code }, -1);
    case 'unknown':
      return isLast
        ? ended({ status: 'dead', errorCode: verdict.code, mayRepeat: true, settledAt: now })
        : undefined;
    case 'dead':
      return ended({ status: 'dead', settledAt: now });
    case 'too-late':
      return hidden('too-late', now);
    case 'gone':
      return hidden('cancelled', now);
    case 'held':
      return waiting(verdict.until, {}, -1);
    case 'unsent':
      return waiting(now, {}, -1);
  }
};
