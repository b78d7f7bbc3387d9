import { escalatesAtOf, resetHandlerOf } from '../../../miniprogram/domain/reminding/reset-hours';
import type { EscalationCause } from '../../../miniprogram/domain/transfer/reset-states';
import type { Place } from '../../_shared/notices/place';
import { withTeacher } from '../../_shared/resets/by-clock';
import { rulebookNamed } from '../../_shared/season/season';
import { resetRequestIdOf } from '../../_shared/store/record-ids';
import type { Member, ResetRequest } from '../../_shared/store/records';

/** The number of a member's next request, so that two taps at once make the same document. */
export const numberAfter = (last: ResetRequest | undefined): number =>
  last ? Number(last._id.slice(last._id.lastIndexOf('-') + 1)) + 1 : 1;

interface Asked {
  readonly number: number;
  readonly note: string | null;
  readonly rulebookId: string;
  readonly now: number;
  /** Why it goes past a secretary who could answer; absent where it does not. */
  readonly past?: EscalationCause | undefined;
}

/** A request as it goes to whoever answers it now: the branch's secretary, or the teacher. */
export const newRequest = (
  member: Member,
  accountId: string,
  { branch, college }: Pick<Place, 'branch' | 'college'>,
  { number, note, rulebookId, now, past }: Asked,
): ResetRequest => {
  const [secretary] = branch?.secretaries ?? [];
  const { isSecretary } = member;
  const goes = resetHandlerOf({ isSecretary, branchHasSecretary: secretary !== undefined, past });
  const request: ResetRequest = {
    _id: resetRequestIdOf(member._id, number),
    recordVersion: 1,
    version: 1,
    memberId: member._id,
    memberName: member.name,
    accountId,
    branchId: member.branchId,
    branchName: member.branchName,
    collegeId: member.collegeId,
    rulebookId,
    state: 'waiting',
    handler: { role: 'secretary', name: secretary?.name ?? '团支书' },
    note,
    escalationReason: null,
    requestedAt: now,
    escalatesAt: escalatesAtOf(now, rulebookNamed(rulebookId)),
    escalatedAt: null,
    issuedAt: null,
    expiresAt: null,
    revealedAt: null,
    codeSealed: null,
  };
  return goes.role === 'teacher'
    ? withTeacher(request, { at: now, cause: goes.cause, reason: null, college })
    : request;
};
