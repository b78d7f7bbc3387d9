/** After a secretary has left a branch: what waited for them goes to whoever answers there now. */
import type { Ports } from '../platform/ports';
import { handOverBranch } from '../resets/hand-over';
import { handOverApprovals } from '../transfers/hand-over-approvals';

export const handOverOffice = async (ports: Ports, branchId: string): Promise<void> => {
  // First the codes: whoever is just asking the one who left has to begin again.
  await handOverBranch(ports, branchId);
  await handOverApprovals(ports, branchId);
};
