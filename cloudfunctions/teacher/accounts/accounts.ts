import type { Response } from '../../../miniprogram/contract';
import { ok } from '../../../miniprogram/domain/errors';
import { ADMINISTRATOR_ID } from '../../_shared/people/accounts';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { ALL_COLLEGES } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { revokedAtOf, stateOf } from '../../_shared/people/invitations';
import { PAGING } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import { allColleges } from '../../_shared/store/branches';
import type { Account } from '../../_shared/store/records';

type Invitations = Response<'teacher', 'accounts'>['invitations'];

const readOffices = (ports: Ports) =>
  Promise.all([
    ports.store.get('settings', ADMINISTRATOR_ID),
    allColleges(ports),
    ports.store.find('invitations', {
      where: {},
      orderBy: ['issuedAt', 'desc'],
      limit: PAGING.invitations,
    }),
  ]);

type Offices = Awaited<ReturnType<typeof readOffices>>;

const toInvitations = (
  [setting, colleges, invitations]: Offices,
  known: ReadonlyMap<string, Account>,
  now: number,
): Invitations => {
  const scopes = new Map(colleges.map(({ _id, name }) => [_id, name]));
  const nameOf = (id: string | null) => (id === null ? null : (known.get(id)?.name ?? null));
  return invitations.map((invitation) => {
    const { _id: id, name, collegeId: scopeId, issuedAt, expiresAt, usedAt } = invitation;
    const scopeName = scopeId === ALL_COLLEGES ? '校团委' : (scopes.get(scopeId) ?? '已经没有的学院');
    const [issuedBy, usedBy] = [nameOf(invitation.issuedBy), nameOf(invitation.usedBy)];
    const revokedAt = revokedAtOf(invitation, setting);
    const state = stateOf(invitation, setting, now);
    return { id, name, scopeId, scopeName, state, issuedAt, issuedBy, expiresAt, usedBy, usedAt, revokedAt };
  });
};

/** Everybody with rights beyond their own transfer, the committee first, and the invitations to become one. */
export const accounts: EarlyReader<'teacher', 'accounts', CollegeCaller> = readingEarly(
  readOffices,
  async ({ store, clock }, { caller }, offices) => {
    const [setting, colleges, invitations] = offices;
    const now = clock.now();
    const teachers = colleges.flatMap((college) => college.teachers.map(({ accountId }) => accountId));
    const ids = [...new Set([...(setting?.committee ?? []), ...teachers])];
    const parties = invitations.flatMap(({ issuedBy, usedBy }) => [issuedBy, usedBy]);
    const asked = [...new Set([...ids, ...parties.filter((id) => id !== null)])];
    const found = new Map((await store.getMany('accounts', asked)).map((account) => [account._id, account]));
    return ok({
      accounts: ids.flatMap((id) => {
        const account = found.get(id);
        return account
          ? [{ id, name: account.name, isSelf: id === caller.account._id, roles: account.roles }]
          : [];
      }),
      colleges: colleges.map(({ _id: id, name }) => ({ id, name })),
      invitations: toInvitations(offices, found, now),
      now,
    });
  },
);
