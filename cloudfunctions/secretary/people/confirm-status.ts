import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { MemberCaller } from '../../_shared/calls/identity';
import { confirmOutcome } from '../../_shared/transfers/report-outcome';
import { classmateTransfer } from './classmate';

/** What she saw of a classmate in the list of 智慧团建. One that ended with its season is the college's to settle. */
export const confirmStatus: UseCase<'secretary', 'confirmStatus', MemberCaller> = async (
  ports,
  { caller: { account, member }, request: { memberId, ...report } },
) => {
  const found = await classmateTransfer(ports, member, memberId);
  if (!found.ok) return found;
  return confirmOutcome(ports, found.data, report, {
    account,
    actor: actingAs(account, 'secretary', member.name),
  });
};
