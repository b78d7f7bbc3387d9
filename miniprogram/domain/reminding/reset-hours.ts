/** When a request for a 重置密码验证码 goes to the teacher, who answers it, and when its secretary is warned. */
import { HOUR_MS } from '../calendar/china-time';
import { nextAllowed } from '../calendar/quiet-hours';
import type { Rulebook } from '../rules/rulebook';
import type { EscalationCause } from '../transfer/reset-states';
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

interface Requester {
  readonly isSecretary: boolean;
  readonly branchHasSecretary: boolean;
  /** Why it goes past a secretary who could answer; absent where it does not. */
  readonly past?: EscalationCause | undefined;
}

/** Who answers a request: the branch's secretary, unless it asks the teacher or there is no other secretary to ask. */
export const resetHandlerOf = ({ isSecretary, branchHasSecretary, past }: Requester) => {
  const teacher = { role: 'teacher', state: 'escalated' } as const;
  if (isSecretary) return { ...teacher, cause: 'is-secretary' } as const;
  if (!branchHasSecretary) return { ...teacher, cause: 'no-secretary' } as const;
  return past ? { ...teacher, cause: past } : ({ role: 'secretary', state: 'waiting' } as const);
};
