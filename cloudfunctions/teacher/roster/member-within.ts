import type { AuditAction } from '../../../miniprogram/domain/audit';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/audit';
import { actingAs, mayActFor, type CollegeCaller } from '../../_shared/identity';
import type { Ports, Transaction } from '../../_shared/ports';
import type { Member } from '../../_shared/records';
import { raiseRoster } from '../../_shared/roster/lock';
import { putMember } from '../../_shared/roster/put-member';

/** A person of the caller's college; `NOT_FOUND` also when they are another's. */
export const memberWithin = async (
  { store }: Ports,
  caller: CollegeCaller,
  memberId: string,
): Promise<Result<Member>> => {
  const member = await store.get('members', memberId);
  return member && mayActFor(caller, member.collegeId) ? ok(member) : fail('NOT_FOUND', 'memberId');
};

export interface MemberChange {
  readonly action: AuditAction;
  readonly change: (member: Member) => Partial<Member>;
  /** Whether the record shows the change already. */
  readonly isDone: (member: Member) => boolean;
  readonly also?: (tx: Transaction, member: Member) => Promise<void>;
}

/** One change by hand: person, roster version and audit in one transaction. `CONFLICT` while a roster is written. */
export const changeMember = (
  { store, clock }: Ports,
  { account, role }: CollegeCaller,
  memberId: string,
  { action, change, isDone, also }: MemberChange,
): Promise<Result<Record<never, never>>> =>
  store.transact(async (tx) => {
    const member = await tx.get('members', memberId);
    if (!member) return fail('NOT_FOUND', 'memberId');
    if (isDone(member)) return ok({});
    const raised = await raiseRoster(tx, member.collegeId);
    if (!raised.ok) return raised;
    const put = await putMember(tx, { ...member, ...change(member) }, undefined);
    if (!put.ok) return put;
    await also?.(tx, member);
    const actor = actingAs(account, role);
    putAudit(tx, { subjectId: memberId, key: member.version + 1, action, actor, at: clock.now() });
    return ok({});
  });
