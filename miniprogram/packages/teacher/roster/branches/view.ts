import type { Response } from '../../../../contract';

type Branch = Response<'teacher', 'roster'>['branches'][number];

export interface BranchRow {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly secretary: string;
  readonly alone: boolean;
}

/** Branches without a secretary first: somebody has to send them their code. */
export const branchRows = (branches: readonly Branch[]): BranchRow[] =>
  branches
    .map(({ id, name, inviteCode, secretaries }) => ({
      id,
      name,
      code: inviteCode,
      secretary: secretaries.length > 0 ? `团支书 ${secretaries.join('、')}` : '团支书还没登录',
      alone: secretaries.length === 0,
    }))
    .sort((a, b) => Number(b.alone) - Number(a.alone));

/** For one branch's secretary. */
export const invitationText = ({ name, code }: Pick<BranchRow, 'name' | 'code'>): string =>
  `在微信里搜小程序“团关系转接助手”，用学号、姓名和邀请码 ${code} 登录（${name}）。`;

/** For a chat of all secretaries. */
export const allInvitations = (rows: readonly BranchRow[]): string =>
  [
    '在微信里搜小程序“团关系转接助手”，用学号、姓名和自己支部的邀请码登录：',
    ...rows.map(({ name, code }) => `${name}：${code}`),
  ].join('\n');
