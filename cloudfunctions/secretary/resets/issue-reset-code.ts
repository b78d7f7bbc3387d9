import { fail, ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { MemberCaller } from '../../_shared/calls/identity';
import { issueCode } from '../../_shared/resets/issue';
import { requestNamed, requestWithin } from '../../_shared/resets/load';
import { toIssued } from './issued-request';

/** Enters the code read on 智慧团建 for a classmate of the own branch. */
export const issueResetCode: EarlyReader<'secretary', 'issueResetCode', MemberCaller> = readingEarly(
  requestNamed,
  async (ports, { caller: { account, member }, request: { code } }, named) => {
    const seen = requestWithin(named, ({ branchId }) => branchId === member.branchId);
    if (!seen.ok) return seen;
    const actor = { role: 'secretary' as const, name: member.name, accountId: account._id };
    const issued = await issueCode(ports, seen.data, { actor, from: 'waiting', code });
    if (!issued.ok) return issued;
    const [view] = toIssued(issued.data, ports.clock.now());
    return view ? ok({ issued: view }) : fail('RESET_ILLEGAL_STEP');
  },
);
