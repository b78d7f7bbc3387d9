import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { asThemselves } from '../../_shared/kernel/actor';
import { tickOwn } from '../../_shared/transfers/tick-offline';
import { toTransferView } from '../../_shared/transfers/view';

/** What the graduate does on paper: only the steps that are theirs. */
export const tickOffline: UseCase<'graduate', 'tickOffline', OwnerCaller> = async (
  ports,
  { caller, request },
) => {
  const { account, member } = caller;
  if (!account) return fail('NOT_SIGNED_IN');
  const actor = asThemselves(caller);
  const done = await tickOwn(ports, member, request, { account, actor });
  return done.ok ? ok({ transfer: await toTransferView(ports, done.data) }) : done;
};
