import { fail, ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { ALL_COLLEGES } from '../../_shared/kernel/actor';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { PAGING } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Notice } from '../../_shared/store/records';
import type { NoticeStatus } from '../../_shared/store/records/notice';
import { currentSeason } from '../../_shared/season/season';
import type { NoticeScope } from './notice-scope';
import { uselessOf } from './useless';

/** Given up: WeChat would not take it, or was out of reach for too long. */
export const DEAD_STATUSES = ['dead', 'invalid'] as const satisfies readonly NoticeStatus[];

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
  (ports, { collegeId }) =>
    Promise.all([findLetters(ports, collegeId === undefined ? {} : { collegeId }), currentSeason(ports)]),
  async (ports, { caller, request: { collegeId = ALL_COLLEGES } }, [found, season]) => {
    if (!mayActFor(caller, collegeId)) return fail('COLLEGE_UNKNOWN', 'collegeId');
    const shown = found.slice(0, LETTERS);
    const ids = [...new Set(shown.map(({ accountId }) => accountId))];
    const accounts = new Map((await ports.store.getMany('accounts', ids)).map((one) => [one._id, one]));
    const useless = await uselessOf(ports, shown, { season, accounts });
    const items = shown.map((notice) => {
      const { _id: id, kind, title, channel, template, accountId, dueAt, settledAt, attempts } = notice;
      const { errorCode: code, problem: field, mayRepeat } = notice;
      const recipientName = accounts.get(accountId)?.name ?? null;
      const what = { id, kind, title, channel, template, recipientName };
      return { ...what, dueAt, settledAt, attempts, code, field, mayRepeat, useless: useless(notice) };
    });
    return ok({ items, more: found.length > LETTERS });
  },
);
