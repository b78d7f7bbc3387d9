import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { codeKey } from '../../miniprogram/domain/text/keys';
import { accountIn, ADMINISTRATOR_ID, withRole } from '../_shared/people/accounts';
import { isOpenTo } from '../_shared/people/invitations';
import { putAudit } from '../_shared/events/audit';
import type { UseCase } from '../_shared/calls/entry';
import { actingAs, ALL_COLLEGES } from '../_shared/kernel/actor';
import { rolesOf, type Visitor } from '../_shared/calls/identity';
import type { Transaction } from '../_shared/store/ports';
import { invitationIdOf } from '../_shared/store/record-ids';
import type { Account, Invitation, Member } from '../_shared/store/records';
import { checkText } from '../_shared/platform/text-check';
import { bookTry, clearTries, codeGuards, type Guards } from './try-guard';

/** The invited role, and the college's record knowing its new teacher. */
const roleIn = async (
  tx: Transaction,
  collegeId: string,
  contact: { accountId: string; name: string },
): Promise<Result<Account['roles'][number]>> => {
  if (collegeId === ALL_COLLEGES) {
    const [setting] = await tx.getMany('settings', [ADMINISTRATOR_ID]);
    if (setting) {
      const others = setting.committee.filter((accountId) => accountId !== contact.accountId);
      tx.put('settings', { ...setting, committee: [...others, contact.accountId] });
    }
    return ok({ role: 'committee', scopeId: ALL_COLLEGES, scopeName: '校团委' });
  }
  const [college] = await tx.getMany('colleges', [collegeId]);
  if (!college) return fail('INVITE_CODE_WRONG', 'code');
  const others = college.teachers.filter(({ accountId }) => accountId !== contact.accountId);
  tx.put('colleges', { ...college, teachers: [...others, contact], version: college.version + 1 });
  return ok({ role: 'teacher', scopeId: collegeId, scopeName: college.name });
};

/** The answer to who has used it before: only while they still hold the role it gave. */
const repeated = async (
  tx: Transaction,
  { account, member }: { readonly account: Account; readonly member: Member | undefined },
  { collegeId }: Invitation,
  guards: Guards,
): Promise<Result<{ roles: ReturnType<typeof rolesOf> }>> => {
  const holdsIt = account.roles.some(({ scopeId }) => scopeId === collegeId);
  if (!holdsIt) return fail('INVITE_CODE_WRONG', 'code');
  await clearTries(tx, guards);
  return ok({ roles: rolesOf({ account, member }) });
};

/** Takes up an invitation; its code works for one person, who may repeat the call while they hold the role. */
export const acceptInvitation: UseCase<'account', 'acceptInvitation', Visitor> = async (
  ports,
  { caller, request },
) => {
  const { openid, member } = caller;
  const invitationId = invitationIdOf(codeKey(request.code));
  const guards = codeGuards(openid, invitationId);
  const booked = await bookTry(ports, guards);
  if (!booked.ok) return booked;
  const checked = await checkText(ports, caller.account ?? { _id: openid }, 'name', [request.name]);
  if (!checked.ok) return checked;
  return ports.store.transact(async (tx) => {
    const now = ports.clock.now();
    const invitation = await tx.get('invitations', invitationId);
    if (!invitation) return fail('INVITE_CODE_WRONG', 'code', booked.data);
    const { name } = request;
    const [[setting], stored] = await Promise.all([
      tx.getMany('settings', [ADMINISTRATOR_ID]),
      accountIn(tx, openid, { name, now }),
    ]);
    if (invitation.usedBy === openid) return repeated(tx, { account: stored, member }, invitation, guards);
    if (!isOpenTo(openid, invitation, setting, now)) return fail('INVITE_CODE_WRONG', 'code');
    const [role] = await Promise.all([
      roleIn(tx, invitation.collegeId, { accountId: openid, name }),
      clearTries(tx, guards),
    ]);
    if (!role.ok) return role;
    const account = withRole(stored, role.data);
    tx.put('accounts', account);
    tx.put('invitations', { ...invitation, usedBy: openid, usedAt: now });
    const actor = actingAs(account, role.data.role);
    const facts = checked.data;
    putAudit(tx, { subjectId: invitationId, key: 1, action: 'accept-invitation', actor, at: now, facts });
    return ok({ roles: rolesOf({ account, member }) });
  });
};
