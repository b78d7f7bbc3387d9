import { ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { issueCode } from '../../_shared/resets/issue';
import { requestNamed, requestWithin } from '../../_shared/resets/load';

/** Enters the code for a request that came up to the college. */
export const issueResetCode: EarlyReader<'teacher', 'issueResetCode', CollegeCaller> = readingEarly(
  requestNamed,
  async (ports, { caller, request: { code } }, named) => {
    const seen = requestWithin(named, ({ collegeId }) => mayActFor(caller, collegeId));
    if (!seen.ok) return seen;
    const actor = { role: 'teacher' as const, name: caller.account.name, accountId: caller.account._id };
    const issued = await issueCode(ports, seen.data, { actor, from: 'escalated', code });
    if (!issued.ok) return issued;
    const { state, expiresAt } = issued.data;
    return ok({ state, expiresAt: expiresAt ?? ports.clock.now() });
  },
);
