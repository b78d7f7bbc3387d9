import { fail, ok } from '../../miniprogram/domain/errors';
import { plainCode } from '../../miniprogram/domain/text/keys';
import { accountIn, ADMINISTRATOR_ID, withRole } from '../_shared/people/accounts';
import { putAudit } from '../_shared/events/audit';
import type { UseCase } from '../_shared/calls/entry';
import { equalsSecret } from '../_shared/kernel/hash';
import { actingAs, ALL_COLLEGES } from '../_shared/kernel/actor';
import { rolesOf, type Visitor } from '../_shared/calls/identity';
import { checkText } from '../_shared/platform/text-check';
import { bookTry, clearTries, codeGuards } from './try-guard';

/** The first administrator, once, by the code set at deployment; all others are invited. */
export const claimAdministrator: UseCase<'account', 'claimAdministrator', Visitor> = async (
  ports,
  { caller, request: { code, name } },
) => {
  const { openid, member } = caller;
  const { store, clock, settings } = ports;
  const guards = codeGuards(openid, 'administrator');
  const booked = await bookTry(ports, guards);
  if (!booked.ok) return booked;
  const { adminCode } = settings;
  if (adminCode === undefined || !equalsSecret(code, plainCode(adminCode)))
    return fail('ADMIN_CODE_WRONG', 'code', booked.data);
  const checked = await checkText(ports, caller.account ?? { _id: openid }, 'name', [name]);
  if (!checked.ok) return checked;
  return store.transact(async (tx) => {
    if (await tx.get('settings', ADMINISTRATOR_ID)) return fail('ADMIN_EXISTS');
    const now = clock.now();
    const role = { role: 'committee' as const, scopeId: ALL_COLLEGES, scopeName: '校团委' };
    const account = withRole(await accountIn(tx, openid, { name, now }), role);
    tx.put('accounts', account);
    tx.put('settings', {
      _id: ADMINISTRATOR_ID,
      recordVersion: 1,
      accountId: openid,
      at: now,
      committee: [openid],
      removals: [],
    });
    await clearTries(tx, guards);
    const actor = actingAs(account, 'committee');
    const facts = checked.data;
    const action = 'claim-administrator';
    putAudit(tx, { subjectId: ADMINISTRATOR_ID, key: 1, action, actor, at: now, facts });
    return ok({ roles: rolesOf({ account, member }) });
  });
};
