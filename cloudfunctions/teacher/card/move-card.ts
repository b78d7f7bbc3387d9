import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { TransferState, TransferStep } from '../../../miniprogram/domain/model';
import { actingAs, type CollegeCaller } from '../../_shared/identity';
import type { Ports } from '../../_shared/ports';
import { rulesOf } from '../../_shared/transfers/load';
import { takeStep } from '../../_shared/transfers/take-step';
import { transferWithin } from '../scope';

/** One step at the card desk; `TRANSFER_ILLEGAL_STEP` for ways without a card. */
export const moveCard = async (
  ports: Ports,
  caller: CollegeCaller,
  { transferId, version }: { transferId: string; version: number },
  step: Extract<TransferStep, 'complete' | 'undo-complete'>,
): Promise<Result<{ version: number; state: TransferState }>> => {
  const found = await transferWithin(ports, caller, transferId);
  if (!found.ok) return found;
  const done = await takeStep(ports, found.data, {
    step,
    version,
    actor: actingAs(caller.account, caller.role),
    change: (transfer) => (rulesOf(transfer).route.cardStep ? ok({}) : fail('TRANSFER_ILLEGAL_STEP')),
  });
  return done.ok ? ok({ version: done.data.version, state: done.data.state }) : done;
};
