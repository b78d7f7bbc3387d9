import { ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { asThemselves } from '../../_shared/kernel/actor';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { takeOwnStep } from '../../_shared/transfers/take-step';
import { toTransferView } from '../../_shared/transfers/view';

/** Begins with a planned way before its window opens, because the graduate wants to. */
export const begin: UseCase<'graduate', 'begin', OwnerCaller> = async (
  ports,
  { caller, request: { version } },
) => {
  const actor = asThemselves(caller);
  const done = await takeOwnStep(ports, caller.member, () => ({ step: 'begin', actor, version }));
  return done.ok ? ok({ transfer: await toTransferView(ports, done.data) }) : done;
};
