/** Which notices a step plans, and which planned ones are no longer true after it. */
import { IDLE_STATES, TRANSITIONS, startsAttempt } from '../transfer/lifecycle';
import type { StateOrNone } from '../transfer/lifecycle';
import type { Actor } from '../rules/roles';
import type { NoticeKind } from './kinds';
import type { TransferState, TransferStep } from '../transfer/states';
import { EVENT_LIFE_MS, noticeId, noticePlan } from './planned-notice';
import type { NoticePlan, PlannedNotice } from './planned-notice';
import {
  deadlineReminderIds,
  deadlineReminders,
  seasonReminderIds,
  seasonReminders,
  timeOutReminder,
} from './reminders';
import type { ReminderRules, SeasonClock } from './reminders';
import { isStillTrue } from './still-true';

/** Kinds that tell the college that something waits; all others tell the graduate. */
export const TELLS_COLLEGE: readonly NoticeKind[] = [
  'approval-waiting',
  'registration-waiting',
  'refusal-waiting',
];

/** What a step is told of; reminders run while the receiver's clock does. */
const TOLD: Readonly<Partial<Record<TransferStep, readonly NoticeKind[]>>> = {
  submit: ['approval-waiting'],
  register: ['registration-waiting'],
  approve: ['approved'],
  return: ['returned'],
  'report-accepted': ['accepted'],
  // The graduate corrects it, the college helps.
  'report-refused': ['refused', 'refusal-waiting'],
  'report-returned': ['returned'],
  'confirm-arrived': ['accepted'],
  record: ['recorded'],
  reopen: ['returned'],
};

const EVENT_KINDS: readonly NoticeKind[] = [...new Set(Object.values(TOLD).flat())];

/** What happened is in the inbox at once; in quiet hours WeChat's message waits for the morning. */
const eventNotice = (transferId: string, attempt: number, kind: NoticeKind, now: number): PlannedNotice => ({
  id: noticeId(transferId, attempt, kind),
  kind,
  audience: TELLS_COLLEGE.includes(kind) ? 'teacher' : 'graduate',
  dueAt: now,
  notAfter: now + EVENT_LIFE_MS,
});

export interface PlanInput {
  readonly transferId: string;
  /** The attempt after the step (see `attemptAfter`). */
  readonly attempt: number;
  /** The state after the step. */
  readonly state: TransferState;
  readonly step: TransferStep;
  readonly actor: Actor;
  /** End of the receiver clock; null for routes without one. */
  readonly deadlineAt: number | null;
  readonly now: number;
  readonly rulebook: ReminderRules;
  /** Given where season reminders are kept for this person. */
  readonly season?: SeasonClock | undefined;
}

/** What the graduate found out and reported is no news to the graduate. */
const NO_NEWS_TO_REPORTER: readonly NoticeKind[] = ['accepted', 'returned'];

const plannedKinds = ({ step, actor }: PlanInput): readonly NoticeKind[] => {
  const kinds = TOLD[step] ?? [];
  return actor === 'graduate' ? kinds.filter((kind) => !NO_NEWS_TO_REPORTER.includes(kind)) : kinds;
};

/** Only the step that starts the clock plans its reminders; later steps leave them or cancel them. */
const clockNotices = (input: PlanInput): PlannedNotice[] => {
  const { transferId: ownerId, attempt, step, deadlineAt, now, rulebook: rules } = input;
  if (deadlineAt === null || step !== 'submit') return [];
  const clock = { ownerId, attempt, deadlineAt, now, rules };
  return [...deadlineReminders(clock), timeOutReminder(clock)];
};

const isIdle = (state: StateOrNone): boolean => IDLE_STATES.includes(state);

/** States the step can have come from; what was true in none of them cannot be waiting to be sent. */
const originsOf = ({ step, state }: PlanInput): StateOrNone[] =>
  TRANSITIONS.filter((line) => line.step === step && line.to === state).map(({ from }) => from);

/**
 * Ids of what the states before had planned and this one makes untrue. A new attempt ends all notices of the
 * one before.
 */
const staleIds = (input: PlanInput): string[] => {
  const { transferId, step, state, rulebook, season } = input;
  const origins = originsOf(input);
  const renewed = startsAttempt(step);
  const attempt = renewed ? input.attempt - 1 : input.attempt;
  const stale = (kind: NoticeKind): boolean =>
    origins.some((from) => isStillTrue(kind, from)) && (renewed || !isStillTrue(kind, state));
  return [
    ...EVENT_KINDS.filter(stale).map((kind) => noticeId(transferId, attempt, kind)),
    ...(stale('deadline-near') ? deadlineReminderIds(transferId, attempt, rulebook) : []),
    ...(stale('timed-out') ? [noticeId(transferId, attempt, 'timed-out')] : []),
    ...(season && !isIdle(state) && origins.some(isIdle) ? seasonReminderIds(season, rulebook) : []),
  ];
};

/**
 * Notices to write after a step, and the exact ids to cancel. Writing: a notice already sent stays as it is, a
 * cancelled one is planned again. Cancelling: only what is not sent yet; ids that never existed are no error.
 */
export const planFor = (input: PlanInput): NoticePlan => {
  const { transferId, attempt, state, now, rulebook, season } = input;
  const events = plannedKinds(input).map((kind) => eventNotice(transferId, attempt, kind, now));
  const seasonal = season && isIdle(state) ? seasonReminders(season, now, rulebook) : [];
  return noticePlan([...events, ...clockNotices(input), ...seasonal], staleIds(input));
};
