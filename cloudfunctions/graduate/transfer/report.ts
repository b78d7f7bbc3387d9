import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { MemberCaller } from '../../_shared/calls/identity';
import { latestTransfer } from '../../_shared/transfers/load';
import { reportOutcome } from '../../_shared/transfers/report-outcome';
import { toTransferView } from '../../_shared/transfers/view';

/** What 智慧团建 shows now. A refusal needs its reason: it decides what has to be mended. */
export const report: UseCase<'graduate', 'report', MemberCaller> = async (
  ports,
  { caller: { account, member }, request },
) => {
  if (request.outcome === 'refused' && !request.reason) return fail('REASON_REQUIRED', 'reason');
  const seen = await latestTransfer(ports, member._id);
  if (!seen) return fail('TRANSFER_ILLEGAL_STEP');
  const actor = actingAs(account, 'graduate', member.name);
  const done = await reportOutcome(ports, seen, request, { account, actor, seenOnSystem: false });
  return done.ok ? ok({ transfer: await toTransferView(ports, done.data) }) : done;
};
