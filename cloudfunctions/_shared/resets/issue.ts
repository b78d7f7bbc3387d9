import { ok, type Result } from '../../../miniprogram/domain/errors';
import { HOUR_MS } from '../../../miniprogram/domain/calendar/china-time';
import type { ResetState } from '../../../miniprogram/domain/transfer/reset-states';
import type { ActingPerson } from '../kernel/actor';
import type { Ports } from '../platform/ports';
import type { ResetRequest } from '../store/records';
import { rulebookNamed } from '../season/season';
import { changeRequest } from './change';

/** Puts the code into the request, sealed; it stays valid for the rulebook's hours. */
export const issueCode = (
  ports: Ports,
  seen: ResetRequest,
  {
    actor,
    from,
    code,
  }: { actor: ActingPerson & { role: 'secretary' | 'teacher' }; from: ResetState; code: string },
): Promise<Result<ResetRequest>> =>
  changeRequest(ports, seen, {
    action: 'issue',
    actor,
    from: [from],
    to: 'issued',
    change: (request, now) =>
      ok({
        codeSealed: ports.cipher.seal(code, request._id),
        issuedAt: now,
        expiresAt: now + rulebookNamed(request.rulebookId).resetCodeHours * HOUR_MS,
        escalatesAt: null,
        handler: { role: actor.role, name: actor.name },
      }),
  });
