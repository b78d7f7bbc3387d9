import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { deskStepOf } from '../../../miniprogram/domain/rules/rulebook/offline-steps';
import type { TransferState, TransferStep } from '../../../miniprogram/domain/transfer/states';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import type { Transfer } from '../../_shared/store/records';
import { rulesOf } from '../../_shared/season/rules-of';
import { takeStep } from '../../_shared/transfers/take-step';
import { transferWithin } from '../scope';

interface CardMove {
  readonly seen: Transfer | undefined;
  /** As the desk saw it. */
  readonly version: number;
  readonly step: Extract<TransferStep, 'complete' | 'undo-complete'>;
}

/** One step at the card desk; `TRANSFER_ILLEGAL_STEP` for ways without a card. */
export const moveCard = async (
  ports: Ports,
  caller: CollegeCaller,
  { seen, version, step }: CardMove,
): Promise<Result<{ version: number; state: TransferState }>> => {
  const found = transferWithin(caller, seen);
  if (!found.ok) return found;
  const done = await takeStep(ports, found.data, {
    step,
    version,
    actor: actingAs(caller.account, caller.role),
    change: (transfer) => {
      const { rulebook, route } = rulesOf(transfer);
      return deskStepOf(rulebook, route) ? ok({}) : fail('TRANSFER_ILLEGAL_STEP');
    },
  });
  return done.ok ? ok({ version: done.data.version, state: done.data.state }) : done;
};
