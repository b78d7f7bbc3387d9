import { fail, ok } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { ownRecords } from '../../_shared/people/own-records';
import { raiseRoster } from '../../_shared/roster/lock';
import { putCorrection } from '../corrections/put-correction';
import { memberNamed, withMember } from '../roster/member-within';

/**
 * Takes off the roster who should never have stood there. `CONFLICT` while a WeChat is bound, or once something was begun:
 * nobody's transfer is lost by a slip; whoever has one moves or is corrected instead.
 */
export const removeMember: EarlyReader<'teacher', 'removeMember', CollegeCaller> = readingEarly(
  memberNamed,
  withMember((ports, { caller, request: { memberId } }) =>
    ports.store.transact(async (tx) => {
      const member = await tx.get('members', memberId);
      if (!member) return ok({});
      // Looked for after the line was read: what is begun from here on meets it.
      const own = await ownRecords(ports, memberId);
      if (member.accountId !== null || own.transfers.length > 0 || own.requests.length > 0)
        return fail('CONFLICT');
      const raised = await raiseRoster(tx, member.collegeId);
      if (!raised.ok) return raised;
      tx.remove('members', memberId);
      tx.remove('marks', memberId);
      const actor = actingAs(caller.account, caller.role);
      const at = ports.clock.now();
      putAudit(tx, { subjectId: memberId, key: member.version + 1, action: 'remove-member', actor, at });
      const { collegeId } = member;
      const before = { memberId, members: [member] };
      putCorrection(tx, caller, { kind: 'remove-member', collegeId, subject: member, before }, at);
      return ok({});
    }),
  ),
);
