/** What the university committee sees over all colleges. */
import * as v from 'valibot';
import { defineAction } from './define';
import { done, empty, id, instant } from './parts';

const collegeFigures = v.object({
  id,
  name: v.string(),
  teachers: v.number(),
  members: v.number(),
  /** People with a transfer this season. */
  started: v.number(),
  /** Submitted or handed to the college and not yet arrived. */
  underWay: v.number(),
  /** Accepted, recorded or completed. */
  arrived: v.number(),
  /** Returned, refused or timed out. */
  stuck: v.number(),
  /** What waits for the college's decision. */
  waiting: v.number(),
});

const overAgePerson = v.object({
  memberId: id,
  name: v.string(),
  studentNumber: v.string(),
  branchName: v.string(),
  collegeName: v.string(),
  birthMonth: v.string(),
  graduationMonth: v.string(),
});

/** What became of an invitation. A revoked one was taken back, or its issuer lost the right to issue it. */
export const INVITATION_STATES = ['open', 'used', 'expired', 'revoked'] as const;

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

export const committeeActions = {
  colleges: defineAction(empty, v.object({ colleges: v.array(collegeFigures), now: instant }), []),
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
  /** People who have reached the age limit without a League post: the youngest first, each page by branch. */
  overAgeList: defineAction(
    v.strictObject({
      collegeId: v.optional(id),
      /** A month of birth, `199506`. */
      cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/))),
    }),
    v.object({
      people: v.array(overAgePerson),
      /** A page may be empty and still have a cursor: those it looked at hold a post in the League. */
      cursor: v.nullable(v.string()),
      ageLimit: v.number(),
      now: instant,
    }),
    ['COLLEGE_UNKNOWN'],
  ),
};
