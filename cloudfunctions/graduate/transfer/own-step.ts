import { ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { asThemselves } from '../../_shared/kernel/actor';
import { takeOwnStep } from '../../_shared/transfers/take-step';
import { toTransferView } from '../../_shared/transfers/view';

/** A step on the own transfer that needs nothing but the version the graduate saw. */
export const ownStep =
  (step: 'begin' | 'withdraw'): UseCase<'graduate', 'begin' | 'withdraw', OwnerCaller> =>
  async (ports, { caller, request: { version } }) => {
    const actor = asThemselves(caller);
    const done = await takeOwnStep(ports, caller.member, () => ({ step, actor, version }));
    return done.ok ? ok({ transfer: await toTransferView(ports, done.data) }) : done;
  };
