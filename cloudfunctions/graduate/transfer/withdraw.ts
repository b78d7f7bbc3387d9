import { ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { MemberCaller } from '../../_shared/calls/identity';
import { takeOwnStep } from '../../_shared/transfers/take-step';
import { toTransferView } from '../../_shared/transfers/view';

/** Takes a submission back before the college has decided; its clock stops. */
export const withdraw: UseCase<'graduate', 'withdraw', MemberCaller> = async (
  ports,
  { caller: { account, member }, request: { version } },
) => {
  const actor = actingAs(account, 'graduate', member.name);
  const done = await takeOwnStep(ports, member, () => ({ step: 'withdraw', actor, version }));
  return done.ok ? ok({ transfer: await toTransferView(ports, done.data) }) : done;
};
