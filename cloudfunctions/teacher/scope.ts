import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { mayActFor, type CollegeCaller } from '../_shared/identity';
import { allColleges } from '../_shared/people/branches';
import type { Ports } from '../_shared/ports';
import type { College, Transfer } from '../_shared/records';

/** `NOT_FOUND` also when it belongs to another college: the caller learns nothing about it. */
export const transferWithin = async (
  { store }: Ports,
  caller: CollegeCaller,
  transferId: string,
): Promise<Result<Transfer>> => {
  const transfer = await store.get('transfers', transferId);
  return transfer && mayActFor(caller, transfer.collegeId) ? ok(transfer) : fail('NOT_FOUND', 'transferId');
};

/** The named college, or all the caller may see. `COLLEGE_UNKNOWN` also for one of somebody else. */
export const collegesFor = async (
  ports: Ports,
  caller: CollegeCaller,
  collegeId: string | undefined,
): Promise<Result<College[]>> => {
  if (collegeId === undefined && caller.role === 'committee') return ok(await allColleges(ports));
  const id = collegeId ?? caller.scopeId;
  const college = mayActFor(caller, id) ? await ports.store.get('colleges', id) : undefined;
  return college ? ok([college]) : fail('COLLEGE_UNKNOWN', 'collegeId');
};
