import { fail, ok } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs, ALL_COLLEGES } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { CODES } from '../../_shared/kernel/policy';
import { invitationIdOf } from '../../_shared/store/record-ids';

/**
 * Makes a code that turns one WeChat account into a college's teacher, or with college `all` into another member
 * of the committee. Only its digest is stored.
 */
export const inviteTeacher: UseCase<'teacher', 'inviteTeacher', CollegeCaller> = (
  { store, clock, codes },
  { caller: { account, role }, request: { collegeId, name } },
) => {
  const code = codes.next(CODES.invitationLength);
  return store.transact(async (tx) => {
    const isKnown = collegeId === ALL_COLLEGES || (await tx.get('colleges', collegeId)) !== undefined;
    if (!isKnown) return fail('COLLEGE_UNKNOWN', 'collegeId');
    const now = clock.now();
    const _id = invitationIdOf(code);
    const expiresAt = now + CODES.invitationMs;
    tx.put('invitations', {
      _id,
      recordVersion: 2,
      collegeId,
      name,
      issuedAt: now,
      issuedBy: account._id,
      expiresAt,
      usedBy: null,
      usedAt: null,
      revokedAt: null,
    });
    const actor = actingAs(account, role);
    putAudit(tx, { subjectId: _id, key: 0, action: 'invite-teacher', actor, at: now });
    return ok({ code });
  });
};
