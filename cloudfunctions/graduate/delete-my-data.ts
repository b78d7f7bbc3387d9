import { ok } from '../../miniprogram/domain/errors';
import { putAudit } from '../_shared/audit';
import type { UseCase } from '../_shared/entry';
import { actingAs, type MemberCaller } from '../_shared/identity';
import { eraseTraces, leaveAccount, removeSmall } from '../_shared/people/erase-person';
import { handOverBranch } from '../_shared/resets/hand-over';

/**
 * Removes everything the graduate brought in and unbinds their WeChat. What the college put on the roster stays
 * with the college; the account survives only for rights it holds besides.
 */
export const deleteMyData: UseCase<'graduate', 'deleteMyData', MemberCaller> = async (
  ports,
  { caller: { account, member } },
) => {
  const erased = await eraseTraces(ports, member, { movesFigures: true });
  if (!erased.ok) return erased;
  // Unbinding comes last: until then the call can be repeated.
  const deleted = await ports.store.transact(async (tx) => {
    const bound = await tx.get('members', member._id);
    if (bound) {
      const blank = { accountId: null, loginConfirmedAt: null, startedIn: null };
      tx.put('members', { ...bound, ...blank, version: bound.version + 1 });
    }
    await leaveAccount(tx, member);
    removeSmall(tx, member);
    const actor = { ...actingAs(account, 'graduate'), accountId: null };
    const at = ports.clock.now();
    putAudit(tx, { subjectId: member._id, key: member.version, action: 'delete-data', actor, at });
    return ok({});
  });
  if (deleted.ok && member.isSecretary) await handOverBranch(ports, member.branchId);
  return deleted;
};
