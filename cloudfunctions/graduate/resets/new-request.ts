import { escalatesAtOf, resetHandlerOf } from '../../../miniprogram/domain/reminding/reset-hours';
import type { Place } from '../../_shared/notices/place';
import { teacherHandler } from '../../_shared/resets/by-clock';
import { rulebookNamed } from '../../_shared/season/season';
import { resetRequestIdOf } from '../../_shared/store/record-ids';
import type { Member, ResetRequest } from '../../_shared/store/records';

/** The number of a member's next request, so that two taps at once make the same document. */
export const numberAfter = (last: ResetRequest | undefined): number =>
  last ? Number(last._id.slice(last._id.lastIndexOf('-') + 1)) + 1 : 1;

/** A request as it goes to whoever answers it now: the branch's secretary, or the teacher. */
export const newRequest = (
  member: Member,
  accountId: string,
  { branch, college }: Pick<Place, 'branch' | 'college'>,
  facts: { number: number; note: string | null; rulebookId: string; now: number; escalate: boolean },
): ResetRequest => {
  const branchHasSecretary = !facts.escalate && (branch?.secretaries.length ?? 0) > 0;
  const { role, state } = resetHandlerOf({ isSecretary: member.isSecretary, branchHasSecretary });
  const secretary = { role: 'secretary' as const, name: branch?.secretaries[0]?.name ?? '团支书' };
  const isWaiting = state === 'waiting';
  return {
    _id: resetRequestIdOf(member._id, facts.number),
    recordVersion: 1,
    version: 1,
    memberId: member._id,
    memberName: member.name,
    accountId,
    branchId: member.branchId,
    branchName: member.branchName,
    collegeId: member.collegeId,
    rulebookId: facts.rulebookId,
    state,
    handler: role === 'teacher' ? teacherHandler(college) : secretary,
    note: facts.note,
    escalationReason: null,
    requestedAt: facts.now,
    escalatesAt: isWaiting ? escalatesAtOf(facts.now, rulebookNamed(facts.rulebookId)) : null,
    escalatedAt: isWaiting ? null : facts.now,
    issuedAt: null,
    expiresAt: null,
    revealedAt: null,
    codeSealed: null,
  };
};
