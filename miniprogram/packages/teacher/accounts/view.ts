import type { Response } from '../../../domain/contract';

export type Accounts = Response<'teacher', 'accounts'>;

export interface AccountRow {
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

/** What the invited person reads in the chat. */
export const invitationText = (scopeName: string, code: string): string =>
  `请您做“团关系转接助手”里${scopeName}的老师。在微信里搜这个小程序，点“我是老师”，填姓名和邀请码 ${code}。7 天内有效，只能用一次。`;
