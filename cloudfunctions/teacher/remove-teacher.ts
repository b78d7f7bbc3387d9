import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { ADMINISTRATOR_ID } from '../_shared/accounts';
import { putAudit } from '../_shared/audit';
import { readingEarly, type EarlyReader } from '../_shared/entry';
import { actingAs, type CollegeCaller } from '../_shared/identity';
import { PAGING } from '../_shared/policy';
import type { Ports, Transaction } from '../_shared/ports';
import type { Account } from '../_shared/records';

/** What is still to come to somebody as a teacher. */
const noticesTo = async ({ store }: Ports, accountId: string): Promise<string[]> => {
  const latest = await store.find('notices', {
    where: { accountId },
    orderBy: ['dueAt', 'desc'],
    limit: PAGING.inboxLookback,
  });
  return latest
    .filter(({ audience, status }) => audience === 'teacher' && status === 'planned')
    .map(({ _id }) => _id);
};

const leaveColleges = async (tx: Transaction, { _id: accountId, roles }: Account): Promise<void> => {
  const scopes = roles.map(({ scopeId }) => scopeId);
  for (const college of await tx.getMany('colleges', scopes)) {
    const teachers = college.teachers.filter((teacher) => teacher.accountId !== accountId);
    tx.put('colleges', { ...college, teachers, version: college.version + 1 });
  }
};

/** The setting is read in the transaction: of two who remove each other at once, one stays. */
const leaveCommittee = async (
  tx: Transaction,
  { _id: accountId, roles }: Account,
): Promise<Result<undefined>> => {
  if (!roles.some(({ role }) => role === 'committee')) return ok(undefined);
  const [setting] = await tx.getMany('settings', [ADMINISTRATOR_ID]);
  const committee = setting?.committee.filter((id) => id !== accountId) ?? [];
  if (!setting || committee.length === 0) return fail('LAST_ADMINISTRATOR', 'accountId');
  tx.put('settings', { ...setting, committee });
  return ok(undefined);
};

/** Takes all invited rights away; a graduate keeps their own transfer. The last administrator stays. */
export const removeTeacher: EarlyReader<'teacher', 'removeTeacher', CollegeCaller> = readingEarly(
  (ports, { accountId }) => noticesTo(ports, accountId),
  async ({ store, clock }, { caller, request: { accountId } }, noticeIds) =>
    store.transact(async (tx): Promise<Result<Record<never, never>>> => {
      const account = await tx.get('accounts', accountId);
      if (!account || account.roles.length === 0) return fail('NOT_FOUND', 'accountId');
      const [notices, left] = await Promise.all([
        tx.getMany('notices', noticeIds),
        leaveCommittee(tx, account),
        leaveColleges(tx, account),
      ]);
      if (!left.ok) return left;
      tx.put('accounts', { ...account, roles: [], version: account.version + 1 });
      const now = clock.now();
      for (const notice of notices.filter(({ status }) => status === 'planned')) tx.cancel(notice, now);
      const actor = actingAs(caller.account, caller.role);
      const subjectId = `account-${accountId}`;
      putAudit(tx, { subjectId, key: account.version + 1, action: 'remove-teacher', actor, at: now });
      return ok({});
    }),
);
