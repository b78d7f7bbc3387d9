import type { AuditAction } from '../../../miniprogram/domain/people/audit';
import type { CorrectionKind } from '../../../miniprogram/domain/people/corrections';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import { actingAs } from '../../_shared/kernel/actor';
import type { Call } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { ownRecords, type OwnRecords } from '../../_shared/people/own-records';
import { readAlong } from '../../_shared/people/take-along';
import type { Ports } from '../../_shared/platform/ports';
import type { Member } from '../../_shared/store/records';
import { handOverMoved, handOverOffice } from '../../_shared/people/hand-over-office';
import { auditOffices } from '../../_shared/roster/audit-offices';
import { raiseRoster } from '../../_shared/roster/lock';
import { putMember } from '../../_shared/roster/put-member';
import { putCorrection } from '../corrections/put-correction';

/** For an early read of the person a request names. */
export const memberNamed = (
  { store }: Ports,
  { memberId }: { readonly memberId: string },
): Promise<Member | undefined> => store.get('members', memberId);

/** A person of the caller's college; `NOT_FOUND` also when they are another's. */
export const memberWithin = (caller: CollegeCaller, member: Member | undefined): Result<Member> =>
  member && mayActFor(caller, member.collegeId) ? ok(member) : fail('NOT_FOUND', 'memberId');

type OnMember<Request, Named, Answer> = (
  ports: Ports,
  call: Call<CollegeCaller, Request>,
  named: Named,
) => Promise<Result<Answer>>;

/** Goes on with the person that `memberNamed` has read, where they are of the caller's college. */
export const withMember =
  <Request, Answer>(act: OnMember<Request, Member, Answer>): OnMember<Request, Member | undefined, Answer> =>
  async (ports, call, named) => {
    const found = memberWithin(call.caller, named);
    return found.ok ? act(ports, call, found.data) : found;
  };

/** As `memberNamed`, with what is under way of theirs, read afterwards: the version says whether that is all. */
export const personNamed = async (ports: Ports, request: { readonly memberId: string }) => {
  const member = await memberNamed(ports, request);
  return { member, own: await ownRecords(ports, request.memberId) };
};

export interface MemberChange {
  readonly action: AuditAction;
  readonly change: Partial<
    Pick<
      Member,
      'branchId' | 'branchName' | 'isSecretary' | 'name' | 'nameKey' | 'studentNumber' | 'numberKey'
    >
  >;
  /** Whether the record shows the change already. */
  readonly isDone: (member: Member) => boolean;
  /** Whether it can be taken back for a while. */
  readonly undoable?: CorrectionKind;
}

/**
 * One change by hand: person, what is under way of theirs, roster version and audit in one transaction. `CONFLICT`
 * while a roster is written.
 */
export const changeMember = async (
  ports: Ports,
  caller: CollegeCaller,
  { member: seen, own }: { readonly member: Member; readonly own?: OwnRecords },
  { action, change, isDone, undoable }: MemberChange,
): Promise<Result<Record<never, never>>> => {
  const along = await readAlong(ports, seen, { ...seen, ...change }, own);
  const changed = await ports.store.transact(async (tx) => {
    const member = await tx.get('members', seen._id);
    if (!member) return fail('NOT_FOUND');
    if (isDone(member)) return ok({});
    const [raised, put] = await Promise.all([
      raiseRoster(tx, member.collegeId),
      putMember(ports, tx, member, { ...member, ...change }, along),
    ]);
    if (!raised.ok) return raised;
    if (!put.ok) return put;
    const actor = actingAs(caller.account, caller.role);
    const at = ports.clock.now();
    putAudit(tx, { subjectId: member._id, key: member.version + 1, action, actor, at });
    auditOffices(tx, member, put.data, { actor, at, own: action });
    if (undoable) {
      const { collegeId } = member;
      const { name, studentNumber } = { ...member, ...change };
      const correctedTo = undoable === 'correct-member' && { correctedTo: { name, studentNumber } };
      const before = { memberId: member._id, members: [member], ...correctedTo };
      putCorrection(tx, caller, { kind: undoable, collegeId, subject: member, before }, at);
    }
    return ok({});
  });
  if (!changed.ok) return changed;
  if (seen.isSecretary) await handOverOffice(ports, seen.branchId, [seen.accountId]);
  if (change.branchId !== undefined) await handOverMoved(ports, change.branchId, [seen._id]);
  return changed;
};
