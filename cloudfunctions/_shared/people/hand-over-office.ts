/** What waits for a secretary goes to whoever answers where its owner stands now, and is nobody else's to read. */
import { endToSecretaries } from '../notices/no-longer-theirs';
import type { Ports } from '../platform/ports';
import { handOverBranch } from '../resets/hand-over';
import { handOverApprovals } from '../transfers/hand-over-approvals';

/** After a secretary has left a branch. @param left accounts of those who may have */
export const handOverOffice = async (
  ports: Ports,
  branchId: string,
  left: readonly (string | null)[],
): Promise<void> => {
  // First the codes: whoever is just asking the one who left has to begin again.
  await handOverBranch(ports, branchId);
  await handOverApprovals(ports, branchId);
  await endToSecretaries(ports, { left: left.filter((accountId) => accountId !== null) });
};

/** After these people have come to a branch from another one. The request for a code they wait for has come with them. */
export const handOverMoved = async (
  ports: Ports,
  branchId: string,
  moved: readonly string[],
): Promise<void> => {
  await handOverApprovals(ports, branchId);
  await endToSecretaries(ports, { moved });
};

/** After these people have been parted from a secretary or from an office, whichever it was. @param parted ids of people */
export const endForParted = async (ports: Ports, parted: readonly string[]): Promise<void> => {
  const { records: people } = await ports.store.lookUp('members', parted);
  const left = people.flatMap(({ accountId }) => (accountId === null ? [] : [accountId]));
  await endToSecretaries(ports, { moved: parted, left });
};
