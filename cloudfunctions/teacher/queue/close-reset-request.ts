import { ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { actingAs } from '../../_shared/kernel/actor';
import { checkText } from '../../_shared/platform/text-check';
import { changeRequest } from '../../_shared/resets/change';
import { requestNamed, requestWithin } from '../../_shared/resets/load';

/** Ends a request that nobody of the college can answer: somebody else's student, or one who got in meanwhile. */
export const closeResetRequest: EarlyReader<'teacher', 'closeResetRequest', CollegeCaller> = readingEarly(
  requestNamed,
  async (ports, { caller, request: { reason } }, named) => {
    const seen = requestWithin(named, ({ collegeId }) => mayActFor(caller, collegeId));
    if (!seen.ok) return seen;
    const checked = await checkText(ports, caller.account, 'reason', [reason]);
    if (!checked.ok) return checked;
    const closed = await changeRequest(ports, seen.data, {
      action: 'close-request',
      actor: actingAs(caller.account, caller.role),
      from: ['waiting', 'escalated'],
      to: 'closed',
      change: () => ok({ closedReason: reason, escalatesAt: null }),
    });
    return closed.ok ? ok({ state: closed.data.state }) : closed;
  },
);
