import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { ADMINISTRATOR_ID } from '../_shared/people/accounts';
import { putAudit } from '../_shared/events/audit';
import type { UseCase } from '../_shared/calls/entry';
import { shortHash } from '../_shared/kernel/hash';
import { rolesOf, type Visitor } from '../_shared/calls/identity';
import { forgetDeeds, goneOf, removeFound } from '../_shared/people/forget';
import type { Ports } from '../_shared/platform/ports';
import type { Transaction } from '../_shared/store/ports';
import { exportsOf, removeExports } from '../_shared/roster/remove-exports';

/** The university keeps that it was set up, and by a stand-in for whom. */
const forgetFounder = async (tx: Transaction, accountId: string): Promise<void> => {
  const [setting] = await tx.getMany('settings', [ADMINISTRATOR_ID]);
  if (setting?.accountId === accountId) tx.put('settings', { ...setting, accountId: goneOf(accountId) });
};

const removeAccount = ({ store, clock }: Ports, accountId: string): Promise<Result<Record<never, never>>> =>
  store.transact(async (tx): Promise<Result<Record<never, never>>> => {
    const account = await tx.get('accounts', accountId);
    if (!account) return ok({});
    // Somebody has invited them anew meanwhile.
    if (account.roles.length > 0) return fail('FORBIDDEN');
    await forgetFounder(tx, accountId);
    tx.remove('accounts', accountId);
    const at = clock.now();
    const subjectId = `account-${shortHash(accountId)}`;
    const actor = { role: 'visitor', accountId: null } as const;
    putAudit(tx, { subjectId, key: at, action: 'delete-data', actor, at });
    return ok({});
  });

/**
 * Removes what is stored about a WeChat that has lost all its rights: messages, lists and the account itself. Tries that
 * were counted against it stay until they expire. Safe to repeat: the account goes last.
 */
export const deleteAccount: UseCase<'account', 'deleteAccount', Visitor> = async (ports, { caller }) => {
  const { account, openid } = caller;
  if (!account) return ok({});
  if (rolesOf(caller).length > 0) return fail('FORBIDDEN');
  await removeFound(ports, 'notices', { accountId: openid });
  await removeExports(ports, await exportsOf(ports, openid));
  await forgetDeeds(ports, { accountId: openid, name: account.name, offices: ['teacher', 'committee'] });
  return removeAccount(ports, openid);
};
