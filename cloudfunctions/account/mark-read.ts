import { fail, ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { Visitor } from '../_shared/identity';

/** Marks the caller's own notices as read; others' ids change nothing. */
export const markRead: UseCase<'account', 'markRead', Visitor> = (ports, { caller, request }) => {
  if (!caller.account) return Promise.resolve(fail('NOT_SIGNED_IN'));
  return ports.store.transact(async (tx) => {
    const readAt = ports.clock.now();
    for (const id of new Set(request.ids)) {
      const notice = await tx.get('notices', id);
      if (notice?.accountId !== caller.openid || notice.readAt !== null) continue;
      tx.put('notices', { ...notice, readAt });
    }
    return ok({});
  });
};
