import type { Response } from '../../../miniprogram/contract';
import { STEP_OF_STATE, stepOfPerson } from '../../../miniprogram/domain/people/people-step';
import { shownOf } from '../../_shared/transfers/shown';
import type { Member, Transfer } from '../../_shared/store/records';

export type PersonRow = Response<'teacher', 'people'>['people'][number];

/** What a row says of a transfer, or that there is none. */
const ofTransfer = (transfer: Transfer | undefined) => {
  const { version = null, state = null, wayId = null, deadlineAt = null } = transfer ?? {};
  return {
    transferId: transfer?._id ?? null,
    version,
    state,
    shown: shownOf(transfer),
    wayId,
    deadlineAt,
  };
};

/** `transfer` is that of the season. */
export const toPersonRow = (member: Member, transfer: Transfer | undefined): PersonRow => {
  const { _id: memberId, name, studentNumber, branchId, branchName, accountId, loginConfirmedAt } = member;
  const bound = accountId !== null;
  const step = stepOfPerson({
    bound,
    loginConfirmed: loginConfirmedAt !== null,
    state: transfer?.state ?? null,
  });
  return { memberId, name, studentNumber, branchId, branchName, bound, step, ...ofTransfer(transfer) };
};

/** By the transfer alone, whose owner has this student number. */
export const toTransferRow = (transfer: Transfer, studentNumber: string): PersonRow => {
  const { memberId, memberName: name, branchId, branchName, accountId, state } = transfer;
  const bound = accountId !== null;
  const step = STEP_OF_STATE[state];
  return { memberId, name, studentNumber, branchId, branchName, bound, step, ...ofTransfer(transfer) };
};
