import { dayOf, momentOf } from '../../../domain/calendar/china-time';
import type { Response } from '../../../contract';

export type Accounts = Response<'teacher', 'accounts'>;

interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly isSelf: boolean;
}

/** Those who may act for one college, or for all. */
export interface AccountGroup {
  readonly scopeId: string;
  readonly title: string;
  readonly rows: readonly AccountRow[];
}

/** What an invitation may be for: the committee itself, or one of the colleges. */
export interface Scope {
  readonly id: string;
  readonly name: string;
}

const COMMITTEE: Scope = { id: 'all', name: '校团委' };

export const scopesOf = ({ colleges }: Accounts): Scope[] => [COMMITTEE, ...colleges];

/** The committee first, then every college, also one nobody looks after yet. */
export const accountGroups = (reply: Accounts): AccountGroup[] =>
  scopesOf(reply).map(({ id: scopeId, name: title }) => ({
    scopeId,
    title,
    rows: reply.accounts
      .filter(({ roles }) => roles.some((role) => role.scopeId === scopeId))
      .map(({ id, name, isSelf }) => ({ id, name, isSelf })),
  }));

type Invitation = Accounts['invitations'][number];

interface InvitationRow {
  readonly id: string;
  readonly name: string;
  readonly scopeName: string;
  /** By whom and when it was issued. */
  readonly issued: string;
  /** What became of it. */
  readonly outcome: string;
  readonly isOpen: boolean;
}

export interface Invitations {
  readonly open: readonly InvitationRow[];
  /** Used, expired or revoked. */
  readonly over: readonly InvitationRow[];
}

const outcomeOf = ({ state, name, expiresAt, usedBy, usedAt, revokedAt }: Invitation): string => {
  if (state === 'open') return `${momentOf(expiresAt)} 前有效`;
  if (state === 'expired') return `${dayOf(expiresAt)}过期，没有人用`;
  if (state === 'revoked') return `${revokedAt === null ? '' : dayOf(revokedAt)}撤回，没有人用`;
  const at = usedAt === null ? '已经' : `${momentOf(usedAt)} `;
  return usedBy !== null && usedBy !== name ? `${at}用过，用的人叫${usedBy}` : `${at}用过`;
};

const toRow = (invitation: Invitation): InvitationRow => {
  const { id, name, scopeName, state, issuedAt, issuedBy } = invitation;
  const issued = `${issuedBy ?? '校团委'} ${dayOf(issuedAt)}发出`;
  return { id, name, scopeName, issued, outcome: outcomeOf(invitation), isOpen: state === 'open' };
};

/** Those that can still let somebody in come first. */
export const invitationsOf = ({ invitations }: Accounts): Invitations => {
  const rows = invitations.map(toRow);
  return { open: rows.filter(({ isOpen }) => isOpen), over: rows.filter(({ isOpen }) => !isOpen) };
};

/** What the invited person reads in the chat. */
export const invitationText = (scopeName: string, code: string): string =>
  `请您做“团关系转接助手”里${scopeName}的老师。在微信里搜这个小程序，点“我是老师”，填姓名和邀请码 ${code}。7 天内有效，只能用一次。`;
