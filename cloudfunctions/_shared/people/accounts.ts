import { NO_CREDITS } from '../notices/credits';
import type { Transaction } from '../store/ports';
import type { Account } from '../store/records';

/** The setting that says who the committee is. */
export const ADMINISTRATOR_ID = 'administrator';

/** The account of an openid, as stored or about to be. */
export const accountIn = async (
  tx: Transaction,
  openid: string,
  { name, now }: { name: string; now: number },
): Promise<Account> => {
  const [stored] = await tx.getMany('accounts', [openid]);
  return (
    stored ?? {
      _id: openid,
      recordVersion: 1,
      version: 0,
      name,
      memberId: null,
      roles: [],
      credits: { ...NO_CREDITS },
      bookedAskIds: [],
      createdAt: now,
    }
  );
};

type InvitedRole = Account['roles'][number];

/** Adds a role of an invitation once. */
export const withRole = (account: Account, role: InvitedRole): Account => ({
  ...account,
  version: account.version + 1,
  roles: [...account.roles.filter((own) => own.role !== role.role || own.scopeId !== role.scopeId), role],
});
