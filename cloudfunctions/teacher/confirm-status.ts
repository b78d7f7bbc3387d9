import type { UseCase } from '../_shared/entry';
import { actingAs, type CollegeCaller } from '../_shared/identity';
import { confirmTransfer } from '../_shared/transfers/confirm-status';
import { transferWithin } from './scope';

/** What the college's administrators see on 智慧团建, for time-outs and refusals. */
export const confirmStatus: UseCase<'teacher', 'confirmStatus', CollegeCaller> = async (
  ports,
  { caller, request: { transferId, ...confirmation } },
) => {
  const found = await transferWithin(ports, caller, transferId);
  if (!found.ok) return found;
  return confirmTransfer(ports, found.data, confirmation, actingAs(caller.account, caller.role));
};
