import { fail, ok } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Transaction } from '../../_shared/store/ports';
import { memberNamed, withMember } from '../roster/member-within';

/** What the college wrote goes with what it was about. */
const dropReason = async (tx: Transaction, memberId: string): Promise<void> => {
  const { records } = await tx.lookUp('marks', [memberId]);
  const [mark] = records;
  if (mark?.overAgeReason !== undefined) tx.put('marks', { ...mark, overAgeReason: undefined });
};

/** Takes back that somebody over age was dealt with: they stand in the queue again. A second time changes nothing. */
export const reopenOverAge: EarlyReader<'teacher', 'reopenOverAge', CollegeCaller> = readingEarly(
  memberNamed,
  withMember((ports, { caller, request: { memberId } }) =>
    ports.store.transact(async (tx) => {
      const member = await tx.get('members', memberId);
      if (!member) return fail('NOT_FOUND', 'memberId');
      if (member.overAgeRecordedAt === null) return ok({});
      await dropReason(tx, memberId);
      tx.put('members', { ...member, overAgeRecordedAt: null, version: member.version + 1 });
      const at = ports.clock.now();
      const actor = actingAs(caller.account, caller.role);
      putAudit(tx, { subjectId: memberId, key: at, action: 'reopen-over-age', actor, at });
      return ok({});
    }),
  ),
);
