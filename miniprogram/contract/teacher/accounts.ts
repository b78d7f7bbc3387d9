/** Colleges, and who may act for them: the university committee alone. */
import * as v from 'valibot';
import { defineAction } from '../define';
import { count, done, empty, id, instant, line, personName } from '../parts';

/** What became of an invitation. A revoked one was taken back, or its issuer lost the right to issue it. */
const INVITATION_STATES = ['open', 'used', 'expired', 'revoked'] as const;

const invitation = v.object({
  id,
  /** For whom it was issued, as it was typed. */
  name: v.string(),
  scopeId: v.string(),
  scopeName: v.string(),
  state: v.picklist(INVITATION_STATES),
  issuedAt: instant,
  /** Names; null where they are not known any more. */
  issuedBy: v.nullable(v.string()),
  expiresAt: instant,
  usedBy: v.nullable(v.string()),
  usedAt: v.nullable(instant),
  revokedAt: v.nullable(instant),
});

export const accountActions = {
  createCollege: defineAction(v.strictObject({ name: line(40) }), v.object({ collegeId: id }), [
    'TEXT_REJECTED',
  ]),
  /** `CONFLICT` with `name` when another college is called so. `people`: whose records now name it so. */
  renameCollege: defineAction(
    v.strictObject({ collegeId: id, name: line(40) }),
    v.object({ people: count }),
    ['COLLEGE_UNKNOWN', 'CONFLICT', 'TEXT_REJECTED'],
  ),
  inviteTeacher: defineAction(
    v.strictObject({ collegeId: id, name: personName }),
    v.object({ code: v.string() }),
    ['COLLEGE_UNKNOWN'],
  ),
  accounts: defineAction(
    empty,
    v.object({
      accounts: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          isSelf: v.boolean(),
          roles: v.array(
            v.object({
              role: v.picklist(['teacher', 'committee']),
              scopeId: v.string(),
              scopeName: v.string(),
            }),
          ),
        }),
      ),
      /** Whom a teacher can be invited for, by name. */
      colleges: v.array(v.object({ id, name: v.string() })),
      /** The latest ones, newest first. */
      invitations: v.array(invitation),
      now: instant,
    }),
    [],
  ),
  /** Takes an invitation back that nobody has used yet; once more changes nothing. */
  revokeInvitation: defineAction(v.strictObject({ invitationId: id }), done, [
    'NOT_FOUND',
    'INVITATION_USED',
  ]),
  /** Takes all rights of a teacher or a committee member away. */
  removeTeacher: defineAction(v.strictObject({ accountId: id }), done, ['NOT_FOUND', 'LAST_ADMINISTRATOR']),
};
