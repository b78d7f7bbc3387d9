import type { Response } from '../../../miniprogram/domain/contract';
import { stepOfPerson } from '../../../miniprogram/domain/people-step';
import type { Member, Transfer } from '../../_shared/records';

export type PersonRow = Response<'teacher', 'people'>['people'][number];

/** `transfer` is that of the season. */
export const toPersonRow = (member: Member, transfer: Transfer | undefined): PersonRow => {
  const { _id: memberId, name, studentNumber, branchId, branchName, accountId, loginConfirmedAt } = member;
  const { version = null, state = null, wayId = null, deadlineAt = null } = transfer ?? {};
  const bound = accountId !== null;
  return {
    memberId,
    name,
    studentNumber,
    branchId,
    branchName,
    bound,
    step: stepOfPerson({ bound, loginConfirmed: loginConfirmedAt !== null, state }),
    transferId: transfer?._id ?? null,
    version,
    state,
    wayId,
    deadlineAt,
  };
};
