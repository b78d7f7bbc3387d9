import type { Response } from '../../../miniprogram/contract';
import { STEP_OF_STATE, stepOfPerson } from '../../../miniprogram/domain/people/people-step';
import { shownOf } from '../../_shared/transfers/shown';
import type { Member, Transfer } from '../../_shared/store/records';

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
    shown: shownOf(transfer),
    wayId,
    deadlineAt,
  };
};

/** By the transfer alone, whose owner has this student number. */
export const toTransferRow = (transfer: Transfer, studentNumber: string): PersonRow => {
  const { _id: transferId, version, memberId, memberName: name, branchId, branchName, accountId } = transfer;
  const { state, wayId, deadlineAt } = transfer;
  return {
    memberId,
    name,
    studentNumber,
    branchId,
    branchName,
    bound: accountId !== null,
    step: STEP_OF_STATE[state],
    transferId,
    version,
    state,
    shown: shownOf(transfer),
    wayId,
    deadlineAt,
  };
};
