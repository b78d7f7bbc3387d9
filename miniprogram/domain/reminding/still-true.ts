/** Whether what a message says still holds: asked when it is made and once more just before it is sent. */
import type { ResetState } from '../transfer/reset-states';
import type { StateOrNone } from '../transfer/lifecycle';
import type { WaitsFor } from '../transfer/waits-for';
import type { Audience } from './due-notice';
import type { NoticeKind } from './kinds';
import { APPROVALS } from './told';

/** States of the transfer in which a message about it is true. Reminders are asked of `dueReminders` instead. */
const TRUE_IN: Partial<Record<NoticeKind, readonly StateOrNone[]>> = {
  'approval-waiting': ['submitted'],
  'approval-asked': ['submitted'],
  'registration-waiting': ['registered'],
  approved: ['approved'],
  returned: ['returned', 'lapsed'],
  recorded: ['recorded', 'completed'],
  refused: ['refused'],
  'refusal-waiting': ['refused'],
  // Once it is handed in again, that is what the college is asked about.
  'situation-changed': ['draft', 'planned'],
  'case-closed': ['withdrawn'],
  accepted: ['accepted'],
  // A clock that had run out before runs out again at once.
  'still-here': ['approved', 'timedOut'],
  'timed-out': ['timedOut'],
};

const ASKED: Readonly<Record<Audience, WaitsFor>> = {
  graduate: 'graduate',
  secretary: 'secretary',
  teacher: 'college',
};

interface Place {
  readonly state: StateOrNone;
  readonly waitsFor: WaitsFor;
}

/** A message of this kind to those of this office. */
export interface Told {
  readonly kind: NoticeKind;
  readonly audience: Audience;
}

/** Kinds without an entry (nudges, digests) do not depend on the transfer. An approval is asked only of who is next. */
export const isStillTrue = ({ kind, audience }: Told, { state, waitsFor }: Place): boolean =>
  (TRUE_IN[kind]?.includes(state) ?? true) && (!APPROVALS.includes(kind) || waitsFor === ASKED[audience]);

/** What a transfer asks of staff; an approval of whoever it waits for. */
const ASKED_OF_STAFF: readonly Told[] = [
  ...APPROVALS.flatMap((kind) => [
    { kind, audience: 'secretary' as const },
    { kind, audience: 'teacher' as const },
  ]),
  { kind: 'registration-waiting', audience: 'teacher' },
  { kind: 'refusal-waiting', audience: 'teacher' },
  { kind: 'situation-changed', audience: 'teacher' },
];

/** What staff were asked before a step and are not asked after it, whoever has done it. */
export const doneBy = (before: Place, after: Place): readonly Told[] =>
  ASKED_OF_STAFF.filter((told) => isStillTrue(told, before) && !isStillTrue(told, after));

const TRUE_IN_RESET: Partial<Record<NoticeKind, readonly ResetState[]>> = {
  'code-requested': ['waiting'],
  'code-waiting': ['waiting'],
  'code-escalated': ['escalated'],
  'code-issued': ['issued'],
  'code-closed': ['closed'],
};

/** The same for messages about a request for a reset code. */
export const isResetNoticeStillTrue = (kind: NoticeKind, state: ResetState): boolean =>
  TRUE_IN_RESET[kind]?.includes(state) ?? false;

const CODE_ASKED_OF_STAFF: readonly Told[] = [
  { kind: 'code-requested', audience: 'secretary' },
  { kind: 'code-waiting', audience: 'secretary' },
  { kind: 'code-escalated', audience: 'teacher' },
];

/** What staff were asked of a request before it changed and are not asked after it, whoever has answered or ended it. */
export const codeDoneBy = (before: ResetState, after: ResetState): readonly Told[] =>
  CODE_ASKED_OF_STAFF.filter(
    ({ kind }) => isResetNoticeStillTrue(kind, before) && !isResetNoticeStillTrue(kind, after),
  );
