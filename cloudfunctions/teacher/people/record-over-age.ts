import { fail, ok } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { memberNamed, memberWithin } from '../roster/member-within';

/** Notes that the college has dealt with somebody over age; a second time changes nothing. */
export const recordOverAge: EarlyReader<'teacher', 'recordOverAge', CollegeCaller> = readingEarly(
  memberNamed,
  async (ports, { caller, request: { memberId } }, named) => {
    const found = memberWithin(caller, named);
    if (!found.ok) return found;
    return ports.store.transact(async (tx) => {
      const member = await tx.get('members', memberId);
      if (!member) return fail('NOT_FOUND', 'memberId');
      if (member.overAgeRecordedAt !== null) return ok({ recordedAt: member.overAgeRecordedAt });
      const recordedAt = ports.clock.now();
      tx.put('members', { ...member, overAgeRecordedAt: recordedAt, version: member.version + 1 });
      const actor = actingAs(caller.account, caller.role);
      putAudit(tx, {
        subjectId: memberId,
        key: recordedAt,
        action: 'record-over-age',
        actor,
        at: recordedAt,
      });
      return ok({ recordedAt });
    });
  },
);
