import { fail, ok } from '../../../miniprogram/domain/errors';
import { hurryFrom } from '../../../miniprogram/domain/transfer/hurrying';
import type { UseCase } from '../../_shared/calls/entry';
import { asThemselves } from '../../_shared/kernel/actor';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { rulesOf } from '../../_shared/season/rules-of';
import { timelineOf } from '../../_shared/store/records/timeline';
import { takeOwnStep } from '../../_shared/transfers/take-step';
import { toTransferView } from '../../_shared/transfers/view';

/** Tells whoever approves next once more; the place in their queue stays what it was. */
export const hurry: UseCase<'graduate', 'hurry', OwnerCaller> = async (
  ports,
  { caller, request: { version } },
) => {
  const done = await takeOwnStep(ports, caller.member, () => ({
    step: 'hurry',
    actor: asThemselves(caller),
    version,
    change: (transfer, now) => {
      const from = hurryFrom({ ...transfer, timeline: timelineOf(transfer) }, rulesOf(transfer).rulebook);
      if (from === null || from > now) return fail('TRANSFER_ILLEGAL_STEP');
      return ok({ waitingSince: transfer.waitingSince });
    },
  }));
  return done.ok ? ok({ transfer: await toTransferView(ports, done.data) }) : done;
};
