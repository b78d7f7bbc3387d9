import { ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { MemberCaller } from '../../_shared/calls/identity';
import { actingAs } from '../../_shared/kernel/actor';
import { tickOwn } from '../../_shared/transfers/tick-offline';
import { toTransferView } from '../../_shared/transfers/view';

/** What the graduate does on paper: only the steps that are theirs. */
export const tickOffline: UseCase<'graduate', 'tickOffline', MemberCaller> = async (
  ports,
  { caller: { account, member }, request },
) => {
  const actor = actingAs(account, 'graduate', member.name);
  const done = await tickOwn(ports, member, request, { account, actor });
  return done.ok ? ok({ transfer: await toTransferView(ports, done.data) }) : done;
};
