/** Which notices a step plans, and which planned ones are no longer true after it. */
import { IDLE_STATES, TRANSITIONS } from './lifecycle';
import type { StateOrNone } from './lifecycle';
import type { Actor, NoticeKind, TransferState, TransferStep } from './model';
import { EVENT_LIFE_MS, noticeId, noticePlan } from './planned-notice';
import type { Audience, NoticePlan, PlannedNotice } from './planned-notice';
import {
  deadlineReminderIds,
  deadlineReminders,
  seasonReminderIds,
  seasonReminders,
  timeOutReminder,
} from './reminders';
import type { ReminderRules, SeasonClock } from './reminders';
import { isStillTrue } from './still-true';

export type { Audience, NoticePlan, PlannedNotice } from './planned-notice';
export { planDigest } from './digest';
export { escalatesAtOf, planForReset, resetHandlerOf } from './plan-reset';
export type { ResetPlanInput } from './plan-reset';
export { isResetNoticeStillTrue, isStillTrue } from './still-true';

/** Who is told. `refused` goes to both sides, because the college has to help. */
const AUDIENCES: Partial<Record<NoticeKind, readonly Audience[]>> = {
  'approval-waiting': ['teacher'],
  'registration-waiting': ['teacher'],
  refused: ['graduate', 'teacher'],
};

const EVENT_KINDS: readonly NoticeKind[] = [...new Set(TRANSITIONS.flatMap(({ plans }) => plans))];

const audiencesOf = (kind: NoticeKind): readonly Audience[] => AUDIENCES[kind] ?? ['graduate'];

/** Only the second audience of a kind stands in the id. */
const eventId = (transferId: string, attempt: number, kind: NoticeKind, audience: Audience): string =>
  noticeId(transferId, attempt, kind, undefined, audience === audiencesOf(kind)[0] ? undefined : audience);

/** What happened is told at once, also in quiet hours: somebody is waiting for it. */
const eventNotices = (transferId: string, attempt: number, kind: NoticeKind, now: number): PlannedNotice[] =>
  audiencesOf(kind).map((audience) => ({
    id: eventId(transferId, attempt, kind, audience),
    kind,
    audience,
    dueAt: now,
    notAfter: now + EVENT_LIFE_MS,
  }));

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

/** What the table's line for this step and state says it plans. */
const plannedKinds = ({ step, state, actor }: PlanInput): readonly NoticeKind[] => {
  const kinds = TRANSITIONS.find((line) => line.step === step && line.to === state)?.plans ?? [];
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

/** Ids of an attempt's notices that `state` makes untrue; an earlier attempt's are untrue altogether. */
const staleIds = (
  transferId: string,
  attempt: number,
  rules: ReminderRules,
  state?: TransferState,
): string[] => {
  const stale = (kind: NoticeKind): boolean => state === undefined || !isStillTrue(kind, state);
  return [
    ...EVENT_KINDS.filter(stale).flatMap((kind) =>
      audiencesOf(kind).map((audience) => eventId(transferId, attempt, kind, audience)),
    ),
    ...(stale('deadline-near') ? deadlineReminderIds(transferId, attempt, rules) : []),
    ...(stale('timed-out') ? [noticeId(transferId, attempt, 'timed-out')] : []),
  ];
};

/**
 * Notices to write after a step, and the exact ids to cancel. Writing: a notice already sent stays as it is, a
 * cancelled one is planned again. Cancelling: only what is not sent yet; ids that never existed are no error.
 */
export const planFor = (input: PlanInput): NoticePlan => {
  const { transferId, attempt, state, now, rulebook, season } = input;
  const events = plannedKinds(input).flatMap((kind) => eventNotices(transferId, attempt, kind, now));
  const seasonal = season && isIdle(state) ? seasonReminders(season, now, rulebook) : [];
  const stale = [
    ...(attempt > 0 ? staleIds(transferId, attempt - 1, rulebook) : []),
    ...staleIds(transferId, attempt, rulebook, state),
    ...(season && !isIdle(state) ? seasonReminderIds(season, rulebook) : []),
  ];
  return noticePlan([...events, ...clockNotices(input), ...seasonal], stale);
};
