import { fail, ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { Visitor } from '../_shared/identity';
import { isVisible, toNoticeView } from '../_shared/inbox';
import { PAGING } from '../_shared/policy';

/** One page of the inbox, newest first; `before` is the time of the last notice of the page before. */
export const messages: UseCase<'account', 'messages', Visitor> = async (ports, { caller, request }) => {
  if (!caller.account) return fail('NOT_SIGNED_IN');
  const { store, clock } = ports;
  const now = clock.now();
  const accountId = caller.openid;
  const until = request.before === undefined ? now : Math.min(now, request.before - 1);
  const [page, unread] = await Promise.all([
    store.find('notices', {
      where: { accountId, dueAt: { lte: until } },
      orderBy: ['dueAt', 'desc'],
      limit: PAGING.messages + 1,
    }),
    store.count('notices', { accountId, dueAt: { lte: now }, readAt: null }),
  ]);
  const shown = page.slice(0, PAGING.messages).filter((notice) => isVisible(notice, now));
  return ok({ notices: shown.map(toNoticeView), unread, more: page.length > PAGING.messages });
};
