/** Notices about a request for a 重置密码验证码. The code itself is in none of them. */
import { HOUR_MS } from '../calendar/china-time';
import type { Actor } from '../rules/roles';
import type { NoticeKind } from './kinds';
import type { ResetState } from '../people/reset-states';
import { nextAllowed } from '../calendar/quiet-hours';
import { EVENT_LIFE_MS, noticeId, noticePlan } from './planned-notice';
import type { Audience, NoticePlan, PlannedNotice } from './planned-notice';
import type { Rulebook } from '../rules/rulebook';
import { isResetNoticeStillTrue } from './still-true';

export interface ResetPlanInput {
  readonly requestId: string;
  /** The state after the step. `escalated` also when the secretary asks for their own code. */
  readonly state: ResetState;
  /** Who took the step; `system` is the timer. */
  readonly actor?: Actor | undefined;
  readonly requestedAt: number;
  readonly now: number;
  readonly rulebook: Pick<
    Rulebook,
    'escalateAfterHours' | 'escalateWarningHours' | 'quietHours' | 'resetCodeHours'
  >;
}

const KINDS = ['code-requested', 'code-waiting', 'code-escalated', 'code-issued'] as const;

/** A request has one life, so the attempt in its notices' ids is always 1. */
const idOf = (requestId: string, kind: NoticeKind): string => noticeId(requestId, 1, kind);

/** Epoch ms at which an unanswered request goes to the teacher. */
export const escalatesAtOf = (requestedAt: number, rulebook: Pick<Rulebook, 'escalateAfterHours'>): number =>
  requestedAt + rulebook.escalateAfterHours * HOUR_MS;

/** Epoch ms at which a code issued then stops working. */
const codeExpiresAtOf = (issuedAt: number, rulebook: Pick<Rulebook, 'resetCodeHours'>): number =>
  issuedAt + rulebook.resetCodeHours * HOUR_MS;

/** Asked at once; warned before it goes to the teacher, unless that falls into the quiet hours' end. */
const waitingNotices = ({ requestId, requestedAt, now, rulebook }: ResetPlanInput): PlannedNotice[] => {
  const escalatesAt = escalatesAtOf(requestedAt, rulebook);
  const warnAt = nextAllowed(escalatesAt - rulebook.escalateWarningHours * HOUR_MS, rulebook.quietHours);
  const notice = (kind: NoticeKind, dueAt: number): PlannedNotice => ({
    id: idOf(requestId, kind),
    kind,
    audience: 'secretary',
    dueAt,
    notAfter: escalatesAt,
  });
  const warned = warnAt > now && warnAt < escalatesAt;
  return [notice('code-requested', now), ...(warned ? [notice('code-waiting', warnAt)] : [])];
};

const resetNotices = (input: ResetPlanInput): PlannedNotice[] => {
  const { requestId, state, actor, now, rulebook } = input;
  const notice = (kind: NoticeKind, audience: Audience, dueAt: number, notAfter: number): PlannedNotice[] => [
    { id: idOf(requestId, kind), kind, audience, dueAt, notAfter },
  ];
  switch (state) {
    case 'waiting':
      return waitingNotices(input);
    case 'escalated': {
      // The timer escalates at night too; then the teacher hears of it when the quiet hours are over.
      const dueAt = actor === 'system' ? nextAllowed(now, rulebook.quietHours) : now;
      return notice('code-escalated', 'teacher', dueAt, dueAt + EVENT_LIFE_MS);
    }
    case 'issued':
      return notice('code-issued', 'graduate', now, codeExpiresAtOf(now, rulebook));
    default:
      return [];
  }
};

/** Notices to write when a request has reached `state`, and those that are no longer true. */
export const planForReset = (input: ResetPlanInput): NoticePlan =>
  noticePlan(
    resetNotices(input),
    KINDS.filter((kind) => !isResetNoticeStillTrue(kind, input.state)).map((kind) =>
      idOf(input.requestId, kind),
    ),
  );

/** What the secretaries of a branch are told about a request, for when it goes to others. */
export const secretaryNoticeIds = (requestId: string): string[] =>
  (['code-requested', 'code-waiting'] as const).map((kind) => idOf(requestId, kind));

/** Who answers a request: the branch's secretary; the teacher when the secretary asks or the branch has none. */
export const resetHandlerOf = (requester: {
  readonly isSecretary: boolean;
  readonly branchHasSecretary: boolean;
}) =>
  requester.isSecretary || !requester.branchHasSecretary
    ? ({ role: 'teacher', state: 'escalated' } as const)
    : ({ role: 'secretary', state: 'waiting' } as const);
