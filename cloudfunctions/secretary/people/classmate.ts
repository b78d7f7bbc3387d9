import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { Ports } from '../../_shared/platform/ports';
import { currentSeason } from '../../_shared/season/season';
import { standingIn } from '../../_shared/season/standing-in';
import type { Member, Transfer } from '../../_shared/store/records';
import { latestTransfer } from '../../_shared/transfers/load';

/**
 * What a secretary vouches for: the transfer of somebody of her branch that stands on the board of this season.
 * `FORBIDDEN` for her own, which is told like everybody's; `NOT_FOUND` for others', and for what ended with its season.
 */
export const classmateTransfer = async (
  ports: Ports,
  secretary: Member,
  memberId: string,
): Promise<Result<Transfer>> => {
  if (memberId === secretary._id) return fail('FORBIDDEN');
  const [season, latest] = await Promise.all([currentSeason(ports), latestTransfer(ports, memberId)]);
  const transfer = standingIn(season.id, latest);
  return transfer?.branchId === secretary.branchId ? ok(transfer) : fail('NOT_FOUND', 'memberId');
};
