import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';

/** Takes an invitation back before somebody uses it. Once it is used, the account's rights are what can be taken. */
export const revokeInvitation: UseCase<'teacher', 'revokeInvitation', CollegeCaller> = (
  { store, clock },
  { caller: { account, role }, request: { invitationId } },
) =>
  store.transact(async (tx): Promise<Result<Record<never, never>>> => {
    const invitation = await tx.get('invitations', invitationId);
    if (!invitation) return fail('NOT_FOUND', 'invitationId');
    if (invitation.usedBy !== null) return fail('INVITATION_USED', 'invitationId');
    if (invitation.revokedAt !== null) return ok({});
    const at = clock.now();
    tx.put('invitations', { ...invitation, revokedAt: at });
    const actor = actingAs(account, role);
    putAudit(tx, { subjectId: invitationId, key: 2, action: 'revoke-invitation', actor, at });
    return ok({});
  });
