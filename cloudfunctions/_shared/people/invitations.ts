/** Invitations to a teacher's or the committee's account, and what ends them. */
import type { Response } from '../../../miniprogram/contract';
import { shortHash } from '../kernel/hash';
import { CODES } from '../kernel/policy';
import type { Invitation, RecordOf } from '../store/records';

type Setting = RecordOf<'settings'>;

/** When somebody lost invited rights after that moment; undefined when they did not. Epoch ms. */
const lostSince = (setting: Setting | undefined, accountId: string, moment: number): number | undefined =>
  setting?.removals.find(({ of, at }) => of === shortHash(accountId) && at >= moment)?.at;

/** When it was taken back, or its issuer lost the right to issue it; null while neither has happened. Epoch ms. */
export const revokedAtOf = (invitation: Invitation, setting: Setting | undefined): number | null => {
  const { revokedAt, issuedBy, issuedAt } = invitation;
  const lostAt = issuedBy === null ? undefined : lostSince(setting, issuedBy, issuedAt);
  return revokedAt ?? lostAt ?? null;
};

type State = Response<'teacher', 'accounts'>['invitations'][number]['state'];

export const stateOf = (invitation: Invitation, setting: Setting | undefined, now: number): State => {
  if (invitation.usedBy !== null) return 'used';
  if (revokedAtOf(invitation, setting) !== null) return 'revoked';
  return invitation.expiresAt > now ? 'open' : 'expired';
};

/** Whether this person may use it. Who lost their rights after it was issued needs a new one. */
export const isOpenTo = (
  accountId: string,
  invitation: Invitation,
  setting: Setting | undefined,
  now: number,
): boolean =>
  stateOf(invitation, setting, now) === 'open' &&
  lostSince(setting, accountId, invitation.issuedAt) === undefined;

/** The setting remembers the removal for as long as an invitation issued before it could still be open. */
export const withRemoval = (setting: Setting, accountId: string, now: number): Setting => ({
  ...setting,
  removals: [
    ...setting.removals.filter(({ at }) => at > now - CODES.invitationMs),
    { of: shortHash(accountId), at: now },
  ],
});
