import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { OwnerCaller } from '../../_shared/calls/identity';

/** Keeps when the graduate first said they can log in to 智慧团建. */
export const confirmLogin: UseCase<'graduate', 'confirmLogin', OwnerCaller> = async (
  { store, clock },
  { caller: { openid: accountId, member } },
) => {
  const { _id, loginConfirmedAt } = member;
  if (loginConfirmedAt !== null) return ok({ loginConfirmedAt });
  const now = clock.now();
  // Only while the person is still bound to this WeChat.
  const target = { _id: { in: [_id] }, accountId, loginConfirmedAt: null };
  const changed = await store.changeAll('members', target, {
    set: { loginConfirmedAt: now },
    add: { version: 1 },
  });
  if (changed > 0) return ok({ loginConfirmedAt: now });
  const current = await store.get('members', _id);
  return current?.accountId === accountId
    ? ok({ loginConfirmedAt: current.loginConfirmedAt ?? now })
    : fail('NOT_FOUND');
};
