import { fail, ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { Visitor } from '../_shared/identity';

/** Marks the caller's own notices as read; others' ids change nothing. */
export const markRead: UseCase<'account', 'markRead', Visitor> = async (
  { store, clock },
  { caller, request },
) => {
  if (!caller.account) return fail('NOT_SIGNED_IN');
  const readable = await store.getMany('notices', [...new Set(request.ids)]);
  const ids = readable.map(({ _id }) => _id);
  const target = { _id: { in: ids }, accountId: caller.openid, readAt: null };
  await store.changeAll('notices', target, { set: { readAt: clock.now() } });
  return ok({});
};
