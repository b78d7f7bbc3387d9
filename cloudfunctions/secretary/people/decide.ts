import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { MemberCaller } from '../../_shared/calls/identity';
import { checkText } from '../../_shared/platform/text-check';
import { latestTransfer } from '../../_shared/transfers/load';
import { takeStep } from '../../_shared/transfers/take-step';

/** Where the rulebook asks the secretary first: approves, returns with a reason, or takes an approval back. */
export const decide: UseCase<'secretary', 'decide', MemberCaller> = async (
  ports,
  { caller: { account, member }, request: { memberId, version, decision: step, reason } },
) => {
  // Nobody approves their own.
  if (memberId === member._id) return fail('FORBIDDEN');
  const transfer = await latestTransfer(ports, memberId);
  if (transfer?.branchId !== member.branchId) return fail('NOT_FOUND', 'memberId');
  const checked = await checkText(ports, account, 'reason', [reason]);
  if (!checked.ok) return checked;
  const done = await takeStep(ports, transfer, {
    step,
    actor: actingAs(account, 'secretary', member.name),
    version,
    reason,
    auditFacts: { textCheck: checked.data.textCheck },
  });
  return done.ok ? ok({ version: done.data.version, state: done.data.state }) : done;
};
