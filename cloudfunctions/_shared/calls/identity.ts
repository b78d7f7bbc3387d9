/** Who is calling: openid → account → member, and what that lets them do. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { Ports } from '../platform/ports';
import type { Account, Member } from '../store/records';

/** Anyone with a WeChat, signed in or not. */
export interface Visitor {
  readonly openid: string;
  readonly account: Account | undefined;
  readonly member: Member | undefined;
  /** They are on the roster, but their line cannot be read. */
  readonly isMemberUnreadable: boolean;
}

/** A person bound to the roster. */
export interface MemberCaller {
  readonly account: Account;
  readonly member: Member;
}

/** A person bound to the roster, acting on what is their own. */
export interface OwnerCaller {
  readonly openid: string;
  readonly member: Member;
  /** The record of their WeChat; only where the action needs it. */
  readonly account: Account | undefined;
}

export interface CollegeCaller {
  readonly account: Account;
  readonly role: 'teacher' | 'committee';
  /** `all` for the committee. */
  readonly scopeId: string;
  readonly scopeName: string;
}

/** One round trip: every call begins with it. */
export const identify = async ({ store }: Ports, openid: string): Promise<Visitor> => {
  const [account, held] = await Promise.all([
    store.get('accounts', openid),
    store.find('members', { where: { accountId: openid }, limit: 2 }),
  ]);
  // Both sides must agree: a member unbound meanwhile no longer lends rights to the account that held it.
  const member = held.find(({ _id }) => _id === account?.memberId);
  const missing = member ? null : (account?.memberId ?? null);
  const isMemberUnreadable =
    missing !== null && (await store.lookUp('members', [missing])).unreadable.has(missing);
  return { openid, account, member, isMemberUnreadable };
};

/** For actions that concern a WeChat alone, whoever on the roster it belongs to. */
const identifyAccount = async ({ store }: Ports, openid: string): Promise<Visitor> => ({
  openid,
  account: await store.get('accounts', openid),
  member: undefined,
  isMemberUnreadable: false,
});

/**
 * For actions that concern a person alone. Binding a WeChat to a person and unbinding it write both records in one
 * transaction, so the person's record says whether they are bound. The account is read only to tell why they are not.
 */
const identifyMember = async (ports: Ports, openid: string): Promise<Visitor> => {
  const held = await ports.store.find('members', { where: { accountId: openid }, limit: 2 });
  const [member, other] = held;
  // Release 1.0 may have bound two people to one WeChat: then the account says which of them it is.
  if (!member || other) return identify(ports, openid);
  return { openid, account: undefined, member, isMemberUnreadable: false };
};

/**
 * For whoever opens the mini-program. Most strangers have no account, and then no person is looked for: one request.
 * Somebody with an account waits for a second round trip.
 */
const identifyInTurn = async ({ store }: Ports, openid: string): Promise<Visitor> => {
  const account = await store.get('accounts', openid);
  const memberId = account?.memberId ?? null;
  if (memberId === null) return { openid, account, member: undefined, isMemberUnreadable: false };
  const { records, unreadable } = await store.lookUp('members', [memberId]);
  const member = records.find(({ accountId }) => accountId === openid);
  return { openid, account, member, isMemberUnreadable: unreadable.has(memberId) };
};

/** For actions that read the caller in their own transaction. */
const identifyNobody = (_ports: Ports, openid: string): Promise<Visitor> =>
  Promise.resolve({ openid, account: undefined, member: undefined, isMemberUnreadable: false });

/** Which records of the caller an action needs: each of them costs a request. */
export type LooksAt = 'both' | 'in-turn' | 'account' | 'member' | 'nobody';

export const LOOKS: Readonly<Record<LooksAt, typeof identify>> = {
  both: identify,
  'in-turn': identifyInTurn,
  account: identifyAccount,
  member: identifyMember,
  nobody: identifyNobody,
};

/** As {@link asGraduate}, for actions that concern the person alone and do not need the account. */
export const asOwner = (visitor: Visitor): Result<OwnerCaller> => {
  const { openid, account, member } = visitor;
  if (member) return ok({ openid, member, account });
  const graduate = asGraduate(visitor);
  return graduate.ok ? fail('FORBIDDEN') : graduate;
};

const asGraduate = ({ account, member, isMemberUnreadable }: Visitor): Result<MemberCaller> => {
  if (!account) return fail('NOT_SIGNED_IN');
  if (member) return ok({ account, member });
  return fail(isMemberUnreadable ? 'RECORD_UNREADABLE' : 'FORBIDDEN');
};

export const asSecretary = (visitor: Visitor): Result<MemberCaller> => {
  const graduate = asGraduate(visitor);
  return graduate.ok && !graduate.data.member.isSecretary ? fail('FORBIDDEN') : graduate;
};

/** Somebody who is both a teacher and of the committee acts as the committee. */
export const asCollege = ({ account }: Visitor): Result<CollegeCaller> => {
  if (!account) return fail('NOT_SIGNED_IN');
  const right = account.roles.find(({ role }) => role === 'committee') ?? account.roles[0];
  return right ? ok({ account, ...right }) : fail('FORBIDDEN');
};

export const mayActFor = (caller: CollegeCaller, collegeId: string): boolean =>
  caller.role === 'committee' || caller.scopeId === collegeId;

/** As {@link mayActFor}, by what is stored now: for work that goes on after the call that began it has ended. */
export const stillActsFor = async (
  { store }: Pick<Ports, 'store'>,
  accountId: string,
  collegeId: string,
): Promise<boolean> => {
  const account = await store.get('accounts', accountId);
  return account?.roles.some(({ role, scopeId }) => role === 'committee' || scopeId === collegeId) ?? false;
};

/** Roles as the contract shows them. */
export const rolesOf = ({ account, member }: Pick<Visitor, 'account' | 'member'>) => [
  ...(member ? [{ role: 'graduate' as const, scopeId: member.branchId, scopeName: member.branchName }] : []),
  ...(member?.isSecretary
    ? [{ role: 'secretary' as const, scopeId: member.branchId, scopeName: member.branchName }]
    : []),
  ...(account?.roles ?? []),
];
