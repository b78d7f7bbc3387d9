import { fail, ok } from '../../../miniprogram/domain/errors';
import { countOneMore } from '../../../miniprogram/domain/transfer/per-day';
import { putAudit } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { MemberCaller } from '../../_shared/calls/identity';
import { withInvite } from '../../_shared/store/branches';
import { CODES, PER_DAY } from '../../_shared/kernel/policy';
import { touchBranch } from '../../_shared/store/touch-member';
import { removePicture } from '../../_shared/people/remove-picture';

/** Gives the own branch a new invite code; nobody signs in by the old one once this is answered. Whoever has signed in stays signed in. */
export const rotateInvite: UseCase<'secretary', 'rotateInvite', MemberCaller> = async (
  ports,
  { caller: { account, member } },
) => {
  const { store, codes, clock } = ports;
  const inviteCode = codes.next(CODES.inviteLength);
  const rotated = await store.transact(async (tx) => {
    const branch = await tx.get('branches', member.branchId);
    if (!branch) return fail('NOT_FOUND');
    const now = clock.now();
    const inviteCodes = countOneMore(branch.inviteCodes, PER_DAY.inviteCodes, now);
    if (!inviteCodes.ok) return inviteCodes;
    const renewed = { ...withInvite(branch, inviteCode), inviteCodes: inviteCodes.data };
    tx.put('branches', renewed);
    const { version } = renewed;
    const actor = actingAs(account, 'secretary', member.name);
    putAudit(tx, { subjectId: branch._id, key: version, action: 'rotate-invite', actor, at: now });
    return ok({ oldImage: branch.inviteImage });
  });
  if (!rotated.ok) return rotated;
  // Whoever is just signing in by the old code has to begin again, and finds the new one.
  await touchBranch(store, member.branchId);
  if (rotated.data.oldImage) await removePicture(ports, rotated.data.oldImage.fileId);
  return ok({ inviteCode });
};
