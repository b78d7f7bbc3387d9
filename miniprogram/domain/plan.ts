/** Which notices a step plans, and which planned ones are no longer true after it. */
import { HOUR_MS, atChinaTime, chinaDay } from './china-time';
import { CLOCK_STATES, IDLE_STATES, TRANSITIONS } from './lifecycle';
import type { StateOrNone } from './lifecycle';
import type { Actor, NoticeKind, ResetState, TransferState, TransferStep } from './model';
import { nextAllowed } from './quiet-hours';
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
import type { Rulebook } from './rulebook';

export type { Audience, NoticePlan, PlannedNotice } from './planned-notice';

/** Who is told. `refused` goes to both sides, because the college has to help. */
const AUDIENCES: Partial<Record<NoticeKind, readonly Audience[]>> = {
  'approval-waiting': ['teacher'],
  'registration-waiting': ['teacher'],
  refused: ['graduate', 'teacher'],
};

const EVENT_KINDS: readonly NoticeKind[] = [
  'approval-waiting',
  'registration-waiting',
  'approved',
  'returned',
  'recorded',
  'refused',
  'accepted',
];

const audiencesOf = (kind: NoticeKind): readonly Audience[] => AUDIENCES[kind] ?? ['graduate'];

/** Only the second audience of a kind stands in the id. */
const eventId = (transferId: string, attempt: number, kind: NoticeKind, audience: Audience): string =>
  noticeId(transferId, attempt, kind, undefined, audience === audiencesOf(kind)[0] ? undefined : audience);

const eventIds = (transferId: string, attempt: number): string[] =>
  EVENT_KINDS.flatMap((kind) =>
    audiencesOf(kind).map((audience) => eventId(transferId, attempt, kind, audience)),
  );

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

/** What the row of the table for this step and state says it plans; the reporter need not be told of success. */
const plannedKinds = ({ step, state, actor }: PlanInput): readonly NoticeKind[] => {
  const kinds = TRANSITIONS.find((line) => line.step === step && line.to === state)?.plans ?? [];
  return actor === 'graduate' ? kinds.filter((kind) => kind !== 'accepted') : kinds;
};

const clockNotices = (input: PlanInput): PlannedNotice[] => {
  const { transferId: ownerId, attempt, state, deadlineAt, now, rulebook: rules } = input;
  if (deadlineAt === null) return [];
  const clock = { ownerId, attempt, deadlineAt, now, rules };
  return CLOCK_STATES.includes(state) ? [...deadlineReminders(clock), timeOutReminder(clock)] : [];
};

const seasonNotices = ({ season, state, now, rulebook }: PlanInput): PlannedNotice[] =>
  season && (IDLE_STATES as readonly StateOrNone[]).includes(state)
    ? seasonReminders(season, now, rulebook)
    : [];

/**
 * Notices to write after a step, and the exact ids of planned ones to cancel: whatever this attempt or the one
 * before had planned and the new state no longer calls for.
 */
export const planFor = (input: PlanInput): NoticePlan => {
  const { transferId, attempt, now, rulebook, season } = input;
  const events = plannedKinds(input).flatMap((kind) => eventNotices(transferId, attempt, kind, now));
  const stale = [attempt - 1, attempt]
    .filter((number) => number >= 0)
    .flatMap((number) => [
      ...eventIds(transferId, number),
      ...deadlineReminderIds(transferId, number, rulebook),
      // Planned when the clock started; it stays true until somebody reports what happened.
      ...(input.state === 'timedOut' && number === attempt
        ? []
        : [noticeId(transferId, number, 'timed-out')]),
    ]);
  const plan = [...events, ...clockNotices(input), ...seasonNotices(input)];
  return noticePlan(plan, [...stale, ...(season ? seasonReminderIds(season, rulebook) : [])]);
};

export interface ResetPlanInput {
  readonly requestId: string;
  /** The state after the step. `escalated` also when the secretary asks for their own code. */
  readonly state: ResetState;
  readonly requestedAt: number;
  readonly now: number;
  readonly rulebook: Pick<
    Rulebook,
    'escalateAfterHours' | 'escalateWarningHours' | 'quietHours' | 'resetCodeHours'
  >;
}

/** Epoch ms at which an unanswered request goes to the teacher. */
export const escalatesAtOf = (requestedAt: number, rulebook: Pick<Rulebook, 'escalateAfterHours'>): number =>
  requestedAt + rulebook.escalateAfterHours * HOUR_MS;

const RESET_NOTICE_KINDS = ['code-requested', 'code-waiting', 'code-escalated', 'code-issued'] as const;

const resetNotices = ({ requestId, state, requestedAt, now, rulebook }: ResetPlanInput): PlannedNotice[] => {
  const notice = (kind: NoticeKind, audience: Audience, dueAt: number, notAfter: number): PlannedNotice => ({
    id: noticeId(requestId, 1, kind),
    kind,
    audience,
    dueAt,
    notAfter,
  });
  if (state === 'waiting') {
    const escalatesAt = escalatesAtOf(requestedAt, rulebook);
    const warnAt = nextAllowed(escalatesAt - rulebook.escalateWarningHours * HOUR_MS, rulebook.quietHours);
    const asked = notice('code-requested', 'secretary', now, escalatesAt);
    return warnAt > now && warnAt < escalatesAt
      ? [asked, notice('code-waiting', 'secretary', warnAt, escalatesAt)]
      : [asked];
  }
  if (state === 'escalated') return [notice('code-escalated', 'teacher', now, now + EVENT_LIFE_MS)];
  if (state === 'issued') {
    return [notice('code-issued', 'graduate', now, now + rulebook.resetCodeHours * HOUR_MS)];
  }
  return [];
};

/** The same for a request for a 重置密码验证码. */
export const planForReset = (input: ResetPlanInput): NoticePlan =>
  noticePlan(
    resetNotices(input),
    RESET_NOTICE_KINDS.map((kind) => noticeId(input.requestId, 1, kind)),
  );

/** Who answers a request: the branch's secretary, but the teacher when the secretary is the one who asks. */
export const resetHandlerOf = (requester: {
  readonly isSecretary: boolean;
  readonly branchHasSecretary: boolean;
}) =>
  requester.isSecretary || !requester.branchHasSecretary
    ? ({ role: 'teacher', state: 'escalated' } as const)
    : ({ role: 'secretary', state: 'waiting' } as const);

/** The daily digest about what has waited too long: next reminder hour after the oldest item's patience ends. */
export const planDigest = (input: {
  readonly accountId: string;
  readonly audience: 'secretary' | 'teacher';
  /** Epoch ms since when the oldest item waits. */
  readonly oldestSince: number;
  readonly now: number;
  readonly rulebook: Pick<Rulebook, 'escalateAfterHours' | 'reminderHour' | 'quietHours'>;
}): PlannedNotice => {
  const { accountId, audience, oldestSince, now, rulebook } = input;
  const earliest = Math.max(now, escalatesAtOf(oldestSince, rulebook));
  const today = nextAllowed(atChinaTime(chinaDay(earliest), rulebook.reminderHour, 0), rulebook.quietHours);
  const dueAt =
    today >= earliest
      ? today
      : nextAllowed(atChinaTime(chinaDay(earliest) + 1, rulebook.reminderHour, 0), rulebook.quietHours);
  return {
    id: `${accountId}:${chinaDay(dueAt)}:digest-${audience}`,
    kind: 'digest',
    audience,
    dueAt,
    notAfter: atChinaTime(chinaDay(dueAt) + 1, 0, 0) - 1,
  };
};
