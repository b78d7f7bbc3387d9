/** A request as the clock has it: whoever reads or changes one asks here, and the timer writes down the same. */
import { resetStateAt } from '../../../miniprogram/domain/transfer/reset-states';
import type { College, ResetRequest } from '../store/records';

/** How the teachers of a college are named before one of them has acted. */
export const teacherHandler = (college: College | undefined): ResetRequest['handler'] => ({
  role: 'teacher',
  name: college?.teachers[0]?.name ?? '学院团委老师',
});

/** A request that is with the college's teachers from `at` on, epoch ms. */
export const withTeacher = (
  request: ResetRequest,
  { at, reason, college }: { at: number; reason: string | null; college: College | undefined },
): ResetRequest => ({
  ...request,
  state: 'escalated',
  handler: teacherHandler(college),
  escalationReason: reason,
  escalatedAt: at,
  escalatesAt: null,
});

/** @param college names the teacher it has gone to; the office is named without it */
export const requestAt = (request: ResetRequest, now: number, college?: College): ResetRequest => {
  const state = resetStateAt(request, now);
  if (state === request.state) return request;
  return state === 'escalated'
    ? withTeacher(request, { at: request.escalatesAt ?? now, reason: null, college })
    : { ...request, state, codeSealed: null };
};
