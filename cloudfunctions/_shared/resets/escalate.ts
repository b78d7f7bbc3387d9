import { ok, type Result } from '../../../miniprogram/domain/errors';
import type { ActingPerson } from '../kernel/actor';
import type { Ports } from '../platform/ports';
import type { College, ResetRequest } from '../store/records';
import { changeRequest } from './change';

/** How the teachers of a college are named before one of them has acted. */
export const teacherHandler = (college: College | undefined): ResetRequest['handler'] => ({
  role: 'teacher',
  name: college?.teachers[0]?.name ?? '学院团委老师',
});

/** Hands a waiting request to the college's teachers, with the secretary's reason or by the clock. */
export const escalateRequest = (
  ports: Ports,
  seen: ResetRequest,
  { actor, reason }: { actor: ActingPerson; reason: string | null },
): Promise<Result<ResetRequest>> =>
  changeRequest(ports, seen, {
    action: 'escalate',
    actor,
    from: ['waiting'],
    to: 'escalated',
    change: (_request, now, college) =>
      ok({
        handler: teacherHandler(college),
        escalationReason: reason,
        escalatedAt: now,
        escalatesAt: null,
      }),
  });
