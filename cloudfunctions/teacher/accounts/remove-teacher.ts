import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { ADMINISTRATOR_ID } from '../../_shared/people/accounts';
import { putAudit } from '../../_shared/events/audit';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { shortHash } from '../../_shared/kernel/hash';
import { endToTeacher } from '../../_shared/notices/no-longer-theirs';
import { withRemoval } from '../../_shared/people/invitations';
import { handOverColleges } from '../../_shared/resets/hand-over';
import type { Transaction } from '../../_shared/store/ports';
import type { Account } from '../../_shared/store/records';
import { expireExports, exportsOf, removeExports } from '../../_shared/roster/remove-exports';

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
  (ports, { accountId }) => exportsOf(ports, accountId),
  async (ports, { caller, request: { accountId } }, exportIds) => {
    const removed = await ports.store.transact(async (tx): Promise<Result<{ scopes: string[] }>> => {
      const account = await tx.get('accounts', accountId);
      if (!account || account.roles.length === 0) return fail('NOT_FOUND', 'accountId');
      const now = ports.clock.now();
      const [left] = await Promise.all([
        loseRights(tx, account, now),
        leaveColleges(tx, account),
        expireExports(tx, exportIds, now),
      ]);
      if (!left.ok) return left;
      tx.put('accounts', { ...account, roles: [], version: account.version + 1 });
      const actor = actingAs(caller.account, caller.role);
      const subjectId = `account-${shortHash(accountId)}`;
      putAudit(tx, { subjectId, key: account.version + 1, action: 'remove-teacher', actor, at: now });
      return ok({ scopes: account.roles.map(({ scopeId }) => scopeId) });
    });
    if (!removed.ok) return removed;
    await Promise.all([
      removeExports(ports, exportIds),
      endToTeacher(ports, accountId),
      handOverColleges(ports, removed.data.scopes),
    ]);
    return ok({});
  },
);
