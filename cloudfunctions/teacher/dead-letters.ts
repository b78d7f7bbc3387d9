import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { PAGING } from '../_shared/policy';
import type { Notice } from '../_shared/records';
import type { NoticeStatus } from '../_shared/records/notice';
import { noticeScope } from './notice-scope';

/** Given up: WeChat would not take it, or was out of reach for too long. */
export const DEAD_STATUSES = ['dead', 'invalid'] as const satisfies readonly NoticeStatus[];

export const isOfUse = ({ notAfter }: Pick<Notice, 'notAfter'>, now: number): boolean =>
  notAfter === null || notAfter >= now;

/** Notices that were given up, newest first. */
export const deadLetters: UseCase<'teacher', 'deadLetters', CollegeCaller> = async (
  { store, clock },
  { caller },
) => {
  const scope = noticeScope(caller);
  const pages = await Promise.all(
    DEAD_STATUSES.map((status) =>
      store.find('notices', {
        where: { ...scope, status },
        orderBy: ['settledAt', 'desc'],
        limit: PAGING.deadLetters + 1,
      }),
    ),
  );
  const found = pages.flat().sort((a, b) => (b.settledAt ?? 0) - (a.settledAt ?? 0));
  const shown = found.slice(0, PAGING.deadLetters);
  const people = await store.getMany('accounts', [...new Set(shown.map(({ accountId }) => accountId))]);
  const names = new Map(people.map(({ _id, name }) => [_id, name]));
  const now = clock.now();
  const items = shown.map((notice) => {
    const { _id: id, kind, title, channel, template, accountId, dueAt, settledAt, attempts } = notice;
    const { errorCode: code, problem: field, mayRepeat } = notice;
    const recipientName = names.get(accountId) ?? null;
    const canRetry = isOfUse(notice, now);
    const what = { id, kind, title, channel, template, recipientName };
    return { ...what, dueAt, settledAt, attempts, code, field, mayRepeat, canRetry };
  });
  return ok({ items, more: found.length > PAGING.deadLetters });
};
