import { fail } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { MemberCaller } from '../../_shared/calls/identity';
import { actingAs } from '../../_shared/kernel/actor';
import { currentSeason } from '../../_shared/season/season';
import { standingIn } from '../../_shared/season/standing-in';
import { latestTransfer } from '../../_shared/transfers/load';
import { tickOffline as tick, toTicked } from '../../_shared/transfers/tick-offline';

/** What is done on paper for a classmate; the own steps are the graduate's, and the college's where it collects. */
export const tickOffline: UseCase<'secretary', 'tickOffline', MemberCaller> = async (
  ports,
  { caller: { account, member }, request: { memberId, ...ticking } },
) => {
  if (memberId === member._id) return fail('FORBIDDEN');
  const [season, latest] = await Promise.all([currentSeason(ports), latestTransfer(ports, memberId)]);
  const transfer = standingIn(season.id, latest);
  if (transfer?.branchId !== member.branchId) return fail('NOT_FOUND', 'memberId');
  const actor = actingAs(account, 'secretary', member.name);
  return toTicked(await tick(ports, transfer, ticking, { account, actor }));
};
