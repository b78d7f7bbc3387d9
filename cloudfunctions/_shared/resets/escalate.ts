import { ok, type Result } from '../../../miniprogram/domain/errors';
import type { EscalationCause } from '../../../miniprogram/domain/transfer/reset-states';
import type { ActingPerson } from '../kernel/actor';
import type { Ports } from '../platform/ports';
import type { ResetRequest } from '../store/records';
import { withTeacher } from './by-clock';
import { changeRequest } from './change';

/** Hands a waiting request to the college's teachers, with the reason of whoever does. */
export const escalateRequest = (
  ports: Ports,
  seen: ResetRequest,
  { actor, cause, reason }: { actor: ActingPerson; cause: EscalationCause; reason: string | null },
): Promise<Result<ResetRequest>> =>
  changeRequest(ports, seen, {
    action: 'escalate',
    actor,
    from: ['waiting'],
    to: 'escalated',
    change: (request, now, college) => ok(withTeacher(request, { at: now, cause, reason, college })),
  });
