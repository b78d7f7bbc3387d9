import { fail, ok } from '../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../_shared/calls/entry';
import type { Visitor } from '../_shared/calls/identity';

/** Marks the caller's own notices as read; others' ids change nothing. */
export const markRead: EarlyReader<'account', 'markRead', Visitor> = readingEarly(
  // What cannot be read is written by nobody.
  ({ store }, { ids }) => store.getMany('notices', [...new Set(ids)]),
  async ({ store, clock }, { caller }, readable) => {
    if (!caller.account) return fail('NOT_SIGNED_IN');
    const ids = readable.map(({ _id }) => _id);
    const target = { _id: { in: ids }, accountId: caller.openid, readAt: null };
    await store.changeAll('notices', target, { set: { readAt: clock.now() } });
    return ok({});
  },
);
