import type { Response } from '../../../domain/contract';

export type Colleges = Response<'teacher', 'colleges'>['colleges'];
export type Accounts = Response<'teacher', 'accounts'>['accounts'];

export interface CollegeRow {
  readonly id: string;
  readonly name: string;
  readonly percent: number;
  readonly line: string;
  /** What needs somebody; empty when nothing does. */
  readonly alarm: string;
}

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly line: string;
}

/** Colleges, the lowest 转接率 first; those without people last. */
export const collegeRows = (colleges: Colleges): CollegeRow[] =>
  colleges
    .map((one) => ({
      id: one.id,
      name: one.name,
      percent: one.members > 0 ? Math.round((one.arrived / one.members) * 100) : -1,
      line:
        one.members > 0
          ? `${one.members} 人，已转到 ${one.arrived}，正在办 ${one.underWay}`
          : '还没有导入名单',
      alarm: [
        one.teachers === 0 ? '还没有老师' : '',
        one.waiting > 0 ? `${one.waiting} 条等学院` : '',
        one.stuck > 0 ? `${one.stuck} 人卡住` : '',
      ]
        .filter(Boolean)
        .join('，'),
    }))
    .sort((a, b) => (a.percent < 0 ? 1 : b.percent < 0 ? -1 : a.percent - b.percent))
    .map((row) => ({ ...row, percent: Math.max(0, row.percent) }));

export const accountRows = (accounts: Accounts): AccountRow[] =>
  accounts.map(({ id, name, roles }) => ({
    id,
    name,
    line: roles.map(({ role, scopeName }) => (role === 'committee' ? '校团委' : scopeName)).join('，'),
  }));
