import { fail, ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { Visitor } from '../_shared/identity';
import { isVisible, toNoticeView } from '../_shared/inbox';
import { PAGING } from '../_shared/policy';
import type { Notice } from '../_shared/records';

/**
 * The page of one more than it holds. It ends between two moments, so that notices of one moment are never torn
 * apart and the next page begins earlier.
 */
const cutPage = (found: readonly Notice[]): { page: readonly Notice[]; next: number | null } => {
  const further = found[PAGING.messages];
  if (!further) return { page: found, next: null };
  const later = found.filter(({ dueAt }) => dueAt > further.dueAt);
  const page = later.length > 0 ? later : found.slice(0, PAGING.messages);
  return { page, next: page[page.length - 1]?.dueAt ?? null };
};

/** One page of the inbox, newest first; `before` is the `next` of the page before. */
export const messages: UseCase<'account', 'messages', Visitor> = async (ports, { caller, request }) => {
  if (!caller.account) return fail('NOT_SIGNED_IN');
  const { store, clock } = ports;
  const now = clock.now();
  const accountId = caller.openid;
  const until = request.before === undefined ? now : Math.min(now, request.before - 1);
  const [found, unread] = await Promise.all([
    store.find('notices', {
      where: { accountId, dueAt: { lte: until } },
      orderBy: ['dueAt', 'desc'],
      limit: PAGING.messages + 1,
    }),
    store.count('notices', { accountId, dueAt: { lte: now }, readAt: null }),
  ]);
  const { page, next } = cutPage(found);
  return ok({ notices: page.filter((notice) => isVisible(notice, now)).map(toNoticeView), unread, next });
};
