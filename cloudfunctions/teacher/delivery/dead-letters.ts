import { fail, ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { ALL_COLLEGES } from '../../_shared/kernel/actor';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { PAGING } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Notice } from '../../_shared/store/records';
import type { NoticeStatus } from '../../_shared/store/records/notice';
import type { NoticeScope } from './notice-scope';

/** Given up: WeChat would not take it, or was out of reach for too long. */
export const DEAD_STATUSES = ['dead', 'invalid'] as const satisfies readonly NoticeStatus[];

export const isOfUse = ({ notAfter }: Pick<Notice, 'notAfter'>, now: number): boolean =>
  notAfter === null || notAfter >= now;

const LETTERS = PAGING.deadLetters;

/** The newest, and one more where there are more. */
const findLetters = async ({ store }: Ports, scope: NoticeScope): Promise<Notice[]> => {
  const pages = await Promise.all(
    DEAD_STATUSES.map((status) =>
      store.find('notices', {
        where: { ...scope, status },
        orderBy: ['settledAt', 'desc'],
        limit: LETTERS + 1,
      }),
    ),
  );
  return pages
    .flat()
    .sort((a, b) => (b.settledAt ?? 0) - (a.settledAt ?? 0))
    .slice(0, LETTERS + 1);
};

/** Notices that were given up, newest first: of the college that is named, or of all for the committee. */
export const deadLetters: EarlyReader<'teacher', 'deadLetters', CollegeCaller> = readingEarly(
  (ports, { collegeId }) => findLetters(ports, collegeId === undefined ? {} : { collegeId }),
  async ({ store, clock }, { caller, request: { collegeId = ALL_COLLEGES } }, found) => {
    if (!mayActFor(caller, collegeId)) return fail('COLLEGE_UNKNOWN', 'collegeId');
    const shown = found.slice(0, LETTERS);
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
    return ok({ items, more: found.length > LETTERS });
  },
);
