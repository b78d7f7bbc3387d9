import { fail, ok } from '../../../miniprogram/domain/errors';
import { UNDO_APPROVAL_MS } from '../../../miniprogram/domain/transfer/approving';
import { putEvent } from '../../_shared/events/audit';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { countAsRead } from '../../_shared/notices/count-as-read';
import { checkText } from '../../_shared/platform/text-check';
import type { Transaction } from '../../_shared/store/ports';
import type { Member } from '../../_shared/store/records';
import { memberNamed, withMember } from '../roster/member-within';

/** Kept for whoever can read it; of somebody who has just deleted their data nothing new is kept. */
const keepReason = async (tx: Transaction, { _id, accountId }: Member, overAgeReason: string) => {
  if (accountId === null) return;
  const { records, unreadable } = await tx.lookUp('marks', [_id]);
  const [mark = { _id, recordVersion: 1, lastNudgedAt: null }] = records;
  if (unreadable.size === 0) tx.put('marks', { ...mark, overAgeReason });
};

/** Notes that the college has dealt with somebody over age, and how: they read it. A second time changes nothing. */
export const recordOverAge: EarlyReader<'teacher', 'recordOverAge', CollegeCaller> = readingEarly(
  memberNamed,
  withMember(async (ports, { caller, request: { memberId, reason } }) => {
    const checked = await checkText(ports, caller.account, 'reason', [reason]);
    if (!checked.ok) return checked;
    const done = await ports.store.transact(async (tx) => {
      const member = await tx.get('members', memberId);
      if (!member) return fail('NOT_FOUND', 'memberId');
      if (member.overAgeRecordedAt !== null) return ok({ recordedAt: member.overAgeRecordedAt });
      const recordedAt = ports.clock.now();
      await keepReason(tx, member, reason);
      tx.put('members', { ...member, overAgeRecordedAt: recordedAt, version: member.version + 1 });
      const actor = actingAs(caller.account, caller.role);
      const facts = { reasonSealed: ports.cipher.seal(reason, memberId), textCheck: checked.data.textCheck };
      const event = {
        subjectId: memberId,
        key: recordedAt,
        action: 'record-over-age',
        actor,
        facts,
      } as const;
      // As an approval: a slip is taken back before anybody hears of it.
      putEvent(tx, { ...event, at: recordedAt }, recordedAt + UNDO_APPROVAL_MS);
      return ok({ recordedAt });
    });
    // Whoever else of the college was told of it need not look any more.
    if (done.ok) await countAsRead(ports, { aboutId: memberId, kind: 'over-age-reported' });
    return done;
  }),
);
