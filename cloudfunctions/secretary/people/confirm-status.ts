import { fail } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { MemberCaller } from '../../_shared/calls/identity';
import { currentSeason } from '../../_shared/season/season';
import { latestTransfer } from '../../_shared/transfers/load';
import { standingIn } from '../../_shared/season/standing-in';
import { confirmOutcome } from '../../_shared/transfers/report-outcome';

/**
 * For a classmate. The own transfer is reported like everybody's: nobody vouches for themselves. One that ended
 * with its season stands on no board and is the college's to settle.
 */
export const confirmStatus: UseCase<'secretary', 'confirmStatus', MemberCaller> = async (
  ports,
  { caller: { account, member }, request: { memberId, ...report } },
) => {
  if (memberId === member._id) return fail('FORBIDDEN');
  const [season, latest] = await Promise.all([currentSeason(ports), latestTransfer(ports, memberId)]);
  const transfer = standingIn(season.id, latest);
  if (transfer?.branchId !== member.branchId) return fail('NOT_FOUND', 'memberId');
  return confirmOutcome(ports, transfer, report, {
    account,
    actor: actingAs(account, 'secretary', member.name),
  });
};
