/** Whether what a notice says still holds: asked when cancelling and once more just before sending. */
import { CLOCK_STATES, DEADLINE_STATES, IDLE_STATES } from '../transfer/lifecycle';
import type { StateOrNone } from '../transfer/lifecycle';
import type { NoticeKind } from './kinds';
import type { ResetState } from '../people/reset-states';

/** States of the transfer in which a notice about it is true. */
const TRUE_IN: Partial<Record<NoticeKind, readonly StateOrNone[]>> = {
  'approval-waiting': ['submitted'],
  'registration-waiting': ['registered'],
  approved: ['approved'],
  returned: ['returned', 'lapsed'],
  recorded: ['recorded', 'completed'],
  refused: ['refused'],
  'refusal-waiting': ['refused'],
  accepted: ['accepted'],
  'deadline-near': CLOCK_STATES,
  // The timer may send it before or after it has moved the transfer on.
  'timed-out': DEADLINE_STATES,
  'season-near': IDLE_STATES,
};

/** Kinds without an entry (nudges, digests) do not depend on the transfer. */
export const isStillTrue = (kind: NoticeKind, state: StateOrNone): boolean =>
  TRUE_IN[kind]?.includes(state) ?? true;

/**
 * Whether a notice that is true asks its reader for something that is theirs to do. Before the school has approved no
 * receiver can accept anything: the graduate waits then, and is not told to press the receiver.
 */
export const isTheirPart = (kind: NoticeKind, state: StateOrNone): boolean =>
  kind !== 'deadline-near' || state !== 'submitted';

const TRUE_IN_RESET: Partial<Record<NoticeKind, readonly ResetState[]>> = {
  'code-requested': ['waiting'],
  'code-waiting': ['waiting'],
  'code-escalated': ['escalated'],
  'code-issued': ['issued'],
};

/** The same for notices about a request for a reset code. */
export const isResetNoticeStillTrue = (kind: NoticeKind, state: ResetState): boolean =>
  TRUE_IN_RESET[kind]?.includes(state) ?? false;
