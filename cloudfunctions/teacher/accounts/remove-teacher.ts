import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { ADMINISTRATOR_ID } from '../../_shared/people/accounts';
import { putAudit } from '../../_shared/events/audit';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { shortHash } from '../../_shared/kernel/hash';
import { withRemoval } from '../../_shared/people/invitations';
import { PAGING } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Transaction } from '../../_shared/store/ports';
import type { Account } from '../../_shared/store/records';
import { expireExports, exportsOf, removeExports } from '../../_shared/roster/remove-exports';

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

/**
 * Leaves the committee and voids every invitation issued so far for or by this person. The setting is read in the
 * transaction: of two who remove each other at once, one stays.
 */
const loseRights = async (
  tx: Transaction,
  { _id: accountId, roles }: Account,
  now: number,
): Promise<Result<undefined>> => {
  const [setting] = await tx.getMany('settings', [ADMINISTRATOR_ID]);
  if (!setting) return fail('LAST_ADMINISTRATOR', 'accountId');
  const committee = setting.committee.filter((id) => id !== accountId);
  const isOfCommittee = roles.some(({ role }) => role === 'committee');
  if (isOfCommittee && committee.length === 0) return fail('LAST_ADMINISTRATOR', 'accountId');
  tx.put('settings', withRemoval({ ...setting, committee }, accountId, now));
  return ok(undefined);
};

/**
 * Takes all invited rights away, with the lists made by them and whatever could give the rights back. A graduate keeps
 * their own transfer; the last administrator stays.
 */
export const removeTeacher: EarlyReader<'teacher', 'removeTeacher', CollegeCaller> = readingEarly(
  (ports, { accountId }) => Promise.all([noticesTo(ports, accountId), exportsOf(ports, accountId)]),
  async (ports, { caller, request: { accountId } }, [noticeIds, exportIds]) => {
    const removed = await ports.store.transact(async (tx): Promise<Result<Record<never, never>>> => {
      const account = await tx.get('accounts', accountId);
      if (!account || account.roles.length === 0) return fail('NOT_FOUND', 'accountId');
      const now = ports.clock.now();
      const [notices, left] = await Promise.all([
        tx.getMany('notices', noticeIds),
        loseRights(tx, account, now),
        leaveColleges(tx, account),
        expireExports(tx, exportIds, now),
      ]);
      if (!left.ok) return left;
      tx.put('accounts', { ...account, roles: [], version: account.version + 1 });
      for (const notice of notices.filter(({ status }) => status === 'planned')) tx.cancel(notice, now);
      const actor = actingAs(caller.account, caller.role);
      const subjectId = `account-${shortHash(accountId)}`;
      putAudit(tx, { subjectId, key: account.version + 1, action: 'remove-teacher', actor, at: now });
      return ok({});
    });
    if (removed.ok) await removeExports(ports, exportIds);
    return removed;
  },
);
