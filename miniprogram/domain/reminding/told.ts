/** What is told of something that happened, and to whom. Whether it is still so is asked when it is told. */
import { UNDO_APPROVAL_MS } from '../transfer/approving';
import type { Actor } from '../rules/roles';
import type { ResetState } from '../transfer/reset-states';
import type { TransferStep } from '../transfer/steps';
import type { WaitsFor } from '../transfer/waits-for';
import type { Audience } from './due-notice';
import type { NoticeKind } from './kinds';

/** An approval is told to whoever comes next: the approver after this one, or the graduate when it was the last. */
const OF_STEP: Readonly<Record<TransferStep, readonly NoticeKind[]>> = {
  'choose-way': [],
  begin: [],
  submit: ['approval-waiting'],
  register: ['registration-waiting'],
  hurry: ['approval-asked'],
  approve: ['approved', 'approval-waiting'],
  'undo-approve': [],
  return: ['returned'],
  'report-accepted': ['accepted'],
  // The graduate corrects it, the college helps.
  'report-refused': ['refused', 'refusal-waiting'],
  'report-returned': ['returned'],
  'confirm-arrived': ['accepted'],
  // They may have been told that nothing is left to do.
  'confirm-here': ['still-here'],
  'undo-evidence': [],
  withdraw: [],
  // What the school has let go, or entered, is no more.
  'change-situation': ['situation-changed'],
  'time-out': ['timed-out'],
  record: ['recorded'],
  // The college's digest says it: it waits for the college from then on.
  'contact-due': [],
  'end-keeping': [],
  complete: [],
  tick: [],
  untick: [],
  reopen: ['returned'],
  // Whoever has never come has no account to tell, and reads it when they come after all.
  close: ['case-closed'],
};

/** What the graduate found out and reported is no news to the graduate. */
const NO_NEWS_TO_REPORTER: readonly NoticeKind[] = ['accepted', 'returned'];

export const toldOfStep = (step: TransferStep, actor: Actor): readonly NoticeKind[] =>
  actor === 'graduate' ? OF_STEP[step].filter((kind) => !NO_NEWS_TO_REPORTER.includes(kind)) : OF_STEP[step];

const OF_RESET: Readonly<Record<ResetState, readonly NoticeKind[]>> = {
  waiting: ['code-requested'],
  escalated: ['code-escalated'],
  issued: ['code-issued'],
  revealed: [],
  solved: [],
  failed: [],
  expired: [],
  closed: ['code-closed'],
};

/** What is told when a request for a reset code has come into a state. */
export const toldOfReset = (state: ResetState): readonly NoticeKind[] => OF_RESET[state];

/** What the college has seen in the official list: it can take it back all day, and mostly sees at once that it has to. */
const SEEN_BY_COLLEGE: readonly TransferStep[] = [
  'confirm-arrived',
  'confirm-here',
  'report-accepted',
  'report-refused',
  'report-returned',
];

const isHeld = (step: TransferStep, actor: Actor): boolean =>
  step === 'approve' || ((actor === 'teacher' || actor === 'committee') && SEEN_BY_COLLEGE.includes(step));

/** Until when a step that can be taken back is held. Epoch ms; `at` itself for all others. */
export const heldUntil = (step: TransferStep, actor: Actor, at: number): number =>
  isHeld(step, actor) ? at + UNDO_APPROVAL_MS : at;

const TO_COLLEGE: readonly NoticeKind[] = [
  'registration-waiting',
  'refusal-waiting',
  'situation-changed',
  'code-escalated',
  'over-age-reported',
];
const TO_SECRETARY: readonly NoticeKind[] = ['code-requested', 'code-waiting'];

/** Asked of whoever approves next. */
export const APPROVALS: readonly NoticeKind[] = ['approval-waiting', 'approval-asked'];

/** Who reads a message of this kind: an approval is asked of whoever it waits for. */
export const audienceOf = (kind: NoticeKind, waitsFor: WaitsFor): Audience => {
  if (APPROVALS.includes(kind)) return waitsFor === 'secretary' ? 'secretary' : 'teacher';
  if (TO_SECRETARY.includes(kind)) return 'secretary';
  return TO_COLLEGE.includes(kind) ? 'teacher' : 'graduate';
};

/** Kinds of which staff hear once a day for one person, however often something is handed in. */
export const ONCE_A_DAY: readonly NoticeKind[] = [
  'approval-waiting',
  'approval-asked',
  'registration-waiting',
  'refusal-waiting',
  'situation-changed',
];
