import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { asThemselves } from '../../_shared/kernel/actor';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { reportOwn } from '../../_shared/transfers/report-outcome';
import { toTransferView } from '../../_shared/transfers/view';

/** What 智慧团建 shows now. A refusal needs its reason: it decides what has to be mended. */
export const report: UseCase<'graduate', 'report', OwnerCaller> = async (ports, { caller, request }) => {
  if (request.outcome === 'refused' && !request.reason) return fail('REASON_REQUIRED', 'reason');
  const { account, member } = caller;
  if (!account) return fail('NOT_SIGNED_IN');
  const actor = asThemselves(caller);
  const done = await reportOwn(ports, member, request, { account, actor });
  return done.ok ? ok({ transfer: await toTransferView(ports, done.data) }) : done;
};
