/** When a request for a 重置密码验证码 goes to the teacher, who answers it, and when its secretary is warned. */
import { HOUR_MS } from '../calendar/china-time';
import { nextAllowed } from '../calendar/quiet-hours';
import type { Rulebook } from '../rules/rulebook';
import { noticeId, type DueNotice } from './due-notice';

/** Epoch ms at which an unanswered request goes to the teacher. */
export const escalatesAtOf = (requestedAt: number, rulebook: Pick<Rulebook, 'escalateAfterHours'>): number =>
  requestedAt + rulebook.escalateAfterHours * HOUR_MS;

interface Waiting {
  readonly id: string;
  readonly requestedAt: number;
  /** Epoch ms at which it goes to the teacher. */
  readonly escalatesAt: number;
}

/**
 * The warning before a request goes to the teacher; none where the quiet hours leave no time for it. A request has one
 * life, so the attempt in the id is always 1.
 */
export const codeWarning = (
  { id, requestedAt, escalatesAt }: Waiting,
  rules: Pick<Rulebook, 'escalateWarningHours' | 'quietHours'>,
): DueNotice | undefined => {
  const dueAt = nextAllowed(escalatesAt - rules.escalateWarningHours * HOUR_MS, rules.quietHours);
  if (dueAt <= requestedAt || dueAt >= escalatesAt) return undefined;
  const kind = 'code-waiting';
  return { id: noticeId(id, 1, kind), kind, audience: 'secretary', dueAt, notAfter: escalatesAt };
};

/** Who answers a request: the branch's secretary; the teacher when the secretary asks or the branch has none. */
export const resetHandlerOf = (requester: {
  readonly isSecretary: boolean;
  readonly branchHasSecretary: boolean;
}) =>
  requester.isSecretary || !requester.branchHasSecretary
    ? ({ role: 'teacher', state: 'escalated' } as const)
    : ({ role: 'secretary', state: 'waiting' } as const);
