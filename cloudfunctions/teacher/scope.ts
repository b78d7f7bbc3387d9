import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { mayActFor, type CollegeCaller } from '../_shared/identity';
import type { Ports } from '../_shared/ports';
import type { Transfer } from '../_shared/records';

/** `NOT_FOUND` also when it belongs to another college: the caller learns nothing about it. */
export const transferWithin = async (
  { store }: Ports,
  caller: CollegeCaller,
  transferId: string,
): Promise<Result<Transfer>> => {
  const transfer = await store.get('transfers', transferId);
  return transfer && mayActFor(caller, transfer.collegeId) ? ok(transfer) : fail('NOT_FOUND', 'transferId');
};
