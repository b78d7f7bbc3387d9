import type { UseCase } from '../../_shared/calls/entry';
import type { MemberCaller } from '../../_shared/calls/identity';
import { actingAs } from '../../_shared/kernel/actor';
import { tickOffline as tick, toTicked } from '../../_shared/transfers/tick-offline';
import { classmateTransfer } from './classmate';

/** What is done on paper for a classmate; the own steps are the graduate's, and the college's where it collects. */
export const tickOffline: UseCase<'secretary', 'tickOffline', MemberCaller> = async (
  ports,
  { caller: { account, member }, request: { memberId, ...ticking } },
) => {
  const found = await classmateTransfer(ports, member, memberId);
  if (!found.ok) return found;
  const actor = actingAs(account, 'secretary', member.name);
  return toTicked(await tick(ports, found.data, ticking, { account, actor }));
};
