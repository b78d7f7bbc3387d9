import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { confirmOutcome } from '../../_shared/transfers/report-outcome';
import { transferNamed, transferWithin } from '../scope';

/** What the college's administrators see on 智慧团建, for time-outs and refusals. */
export const confirmStatus: EarlyReader<'teacher', 'confirmStatus', CollegeCaller> = readingEarly(
  transferNamed,
  async (ports, { caller, request: { transferId: _named, ...report } }, named) => {
    const found = transferWithin(caller, named);
    if (!found.ok) return found;
    return confirmOutcome(ports, found.data, report, {
      account: caller.account,
      actor: actingAs(caller.account, caller.role),
    });
  },
);
