import { ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { MemberCaller } from '../../_shared/calls/identity';
import { escalateRequest } from '../../_shared/resets/escalate';
import { requestNamed, requestWithin } from '../../_shared/resets/load';
import { checkText } from '../../_shared/platform/text-check';

/** Hands a request on to the college's teachers and says why. */
export const escalateResetRequest: EarlyReader<'secretary', 'escalateResetRequest', MemberCaller> =
  readingEarly(requestNamed, async (ports, { caller: { account, member }, request: { reason } }, named) => {
    const seen = requestWithin(named, ({ branchId }) => branchId === member.branchId);
    if (!seen.ok) return seen;
    const checked = await checkText(ports, account, 'reason', [reason]);
    if (!checked.ok) return checked;
    const actor = actingAs(account, 'secretary', member.name);
    const escalated = await escalateRequest(ports, seen.data, { actor, cause: 'handed-on', reason });
    return escalated.ok ? ok({ escalatedAt: escalated.data.escalatedAt ?? ports.clock.now() }) : escalated;
  });
