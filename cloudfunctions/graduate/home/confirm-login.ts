import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { moveHead } from '../../_shared/store/headcount';

/** Keeps when the graduate first said they can log in to 智慧团建. */
export const confirmLogin: UseCase<'graduate', 'confirmLogin', OwnerCaller> = async (
  { store, clock },
  { caller: { openid, member } },
) => {
  const { _id, loginConfirmedAt } = member;
  if (loginConfirmedAt !== null) return ok({ loginConfirmedAt });
  return store.transact(async (tx) => {
    const before = await tx.get('members', _id);
    // Only while the person is still bound to this WeChat.
    if (before?.accountId !== openid) return fail('NOT_FOUND');
    if (before.loginConfirmedAt !== null) return ok({ loginConfirmedAt: before.loginConfirmedAt });
    const now = clock.now();
    const after = { ...before, loginConfirmedAt: now, version: before.version + 1 };
    tx.put('members', after);
    moveHead(tx, before, after);
    return ok({ loginConfirmedAt: now });
  });
};
