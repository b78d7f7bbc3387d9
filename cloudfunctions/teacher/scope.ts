import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { isCollegeAffair } from '../../miniprogram/domain/transfer/lifecycle';
import { mayActFor, type CollegeCaller } from '../_shared/calls/identity';
import type { Ports } from '../_shared/platform/ports';
import { rulesOf } from '../_shared/season/rules-of';
import type { Transfer } from '../_shared/store/records';

/** For an early read of the transfer a request names. */
export const transferNamed = (
  { store }: Ports,
  { transferId }: { readonly transferId: string },
): Promise<Transfer | undefined> => store.get('transfers', transferId);

/** `NOT_FOUND` also when it belongs to another college: the caller learns nothing about it. */
export const transferWithin = (caller: CollegeCaller, transfer: Transfer | undefined): Result<Transfer> =>
  transfer && mayActFor(caller, transfer.collegeId) ? ok(transfer) : fail('NOT_FOUND', 'transferId');

/**
 * Whether somebody may read which way a transfer is. A way the college handles is the college's own: of those the
 * committee, which looks at all colleges, reads no more than that.
 */
export const mayReadWay = (viewer: CollegeCaller['role'], transfer: Transfer): boolean =>
  viewer !== 'committee' || !isCollegeAffair(rulesOf(transfer).route);

/** Those of several that the caller may decide about, by id; one read for all. */
export const transfersWithin = async (
  { store }: Ports,
  caller: CollegeCaller,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Transfer>> => {
  const found = await store.getMany('transfers', ids);
  const own = found.filter(({ collegeId }) => mayActFor(caller, collegeId));
  return new Map(own.map((transfer) => [transfer._id, transfer]));
};
