import { fail, ok } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import { asThemselves } from '../../_shared/kernel/actor';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { beginErasure } from '../../_shared/people/begin-erasure';
import { finishErasure } from '../../_shared/people/erase-person';
import { withHeadMove } from '../../_shared/store/headcount';
import { withoutCaller } from '../../_shared/calls/standing';

/**
 * Unbinds the graduate's WeChat, so that nothing new comes in, then removes everything they brought in. What the college
 * put on the roster stays with the college; the account survives only for rights it holds besides.
 */
export const deleteMyData: UseCase<'graduate', 'deleteMyData', OwnerCaller> = async (ports, { caller }) => {
  const { member } = caller;
  const begun = await ports.store.transact(async (tx) => {
    const bound = await tx.get('members', member._id);
    if (!bound) return fail('NOT_FOUND');
    const now = ports.clock.now();
    const version = bound.version + 1;
    const blank = { accountId: null, loginConfirmedAt: null, startedIn: null };
    const unbound = { ...bound, ...blank, version };
    tx.put('members', withHeadMove(bound, unbound, now));
    const actor = { ...asThemselves(caller), accountId: null };
    putAudit(tx, { subjectId: member._id, key: version, action: 'delete-data', actor, at: now });
    return ok(await beginErasure(ports, tx, bound, { now, movesFigures: true }));
  });
  if (!begun.ok) return begun;
  const erased = await finishErasure(withoutCaller(ports), begun.data);
  return erased.ok ? ok({}) : erased;
};
