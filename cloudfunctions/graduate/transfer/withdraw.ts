import { ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { asThemselves } from '../../_shared/kernel/actor';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { takeOwnStep } from '../../_shared/transfers/take-step';
import { toTransferView } from '../../_shared/transfers/view';

/** Takes a submission back before the college has decided; its clock stops. */
export const withdraw: UseCase<'graduate', 'withdraw', OwnerCaller> = async (
  ports,
  { caller, request: { version } },
) => {
  const actor = asThemselves(caller);
  const done = await takeOwnStep(ports, caller.member, () => ({ step: 'withdraw', actor, version }));
  return done.ok ? ok({ transfer: await toTransferView(ports, done.data) }) : done;
};
