import { readingEarly, type EarlyReader } from '../_shared/entry';
import { actingAs, type CollegeCaller } from '../_shared/identity';
import { confirmTransfer } from '../_shared/transfers/confirm-status';
import { transferNamed, transferWithin } from './scope';

/** What the college's administrators see on 智慧团建, for time-outs and refusals. */
export const confirmStatus: EarlyReader<'teacher', 'confirmStatus', CollegeCaller> = readingEarly(
  transferNamed,
  async (ports, { caller, request: { transferId: _named, ...confirmation } }, named) => {
    const found = transferWithin(caller, named);
    if (!found.ok) return found;
    return confirmTransfer(ports, found.data, confirmation, actingAs(caller.account, caller.role));
  },
);
