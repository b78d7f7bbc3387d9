/** A request as the clock has it: whoever reads or changes one asks here, and the timer writes down the same. */
import { resetStateAt, type EscalationCause } from '../../../miniprogram/domain/transfer/reset-states';
import type { College, ResetRequest } from '../store/records';

/** How the teachers of a college are named before one of them has acted. */
export const teacherHandler = (college: College | undefined): ResetRequest['handler'] => ({
  role: 'teacher',
  name: college?.teachers[0]?.name ?? '学院团委老师',
});

interface Escalation {
  /** Epoch ms. */
  readonly at: number;
  readonly cause: EscalationCause;
  /** In the words of whoever hands it on; null where nobody said why. */
  readonly reason: string | null;
  readonly college: College | undefined;
}

/** A request that is with the college's teachers from then on. */
export const withTeacher = (
  request: ResetRequest,
  { at, cause, reason, college }: Escalation,
): ResetRequest => ({
  ...request,
  state: 'escalated',
  handler: teacherHandler(college),
  escalationCause: cause,
  escalationReason: reason,
  escalatedAt: at,
  escalatesAt: null,
});

/** @param college names the teacher it has gone to; the office is named without it */
export const requestAt = (request: ResetRequest, now: number, college?: College): ResetRequest => {
  const state = resetStateAt(request, now);
  if (state === request.state) return request;
  return state === 'escalated'
    ? withTeacher(request, { at: request.escalatesAt ?? now, cause: 'unanswered', reason: null, college })
    : { ...request, state, codeSealed: null };
};
