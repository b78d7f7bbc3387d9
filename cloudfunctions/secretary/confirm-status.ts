import { fail } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import { actingAs, type MemberCaller } from '../_shared/identity';
import { latestTransfer } from '../_shared/transfers/load';
import { confirmTransfer } from '../_shared/transfers/confirm-status';

/** For a classmate. The own transfer is reported like everybody's: nobody vouches for themselves. */
export const confirmStatus: UseCase<'secretary', 'confirmStatus', MemberCaller> = async (
  ports,
  { caller: { account, member }, request: { memberId, ...confirmation } },
) => {
  if (memberId === member._id) return fail('FORBIDDEN');
  const transfer = await latestTransfer(ports, memberId);
  if (transfer?.branchId !== member.branchId) return fail('NOT_FOUND', 'memberId');
  return confirmTransfer(ports, transfer, confirmation, actingAs(account, 'secretary', member.name));
};
