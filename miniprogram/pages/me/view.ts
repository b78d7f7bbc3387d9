import type { Response } from '../../contract';
import type { Role } from '../../domain/rules/roles';
import type { TemplateKey } from '../../domain/reminding/kinds';
import type { PageName } from '../../domain/reminding/pages';
import type { HomeResponse } from '../../services/own-transfer';

type WhoAmI = Response<'account', 'whoAmI'>;

interface DeskRow {
  readonly key: string;
  readonly page: PageName;
  readonly icon: string;
  readonly title: string;
  readonly detail: string;
}

interface CreditRow {
  readonly key: TemplateKey;
  readonly title: string;
  readonly detail: string;
  readonly count: number;
}

export interface MeView {
  /** The character in the round picture. */
  readonly initial: string;
  readonly name: string;
  readonly belongs: string;
  readonly desks: readonly DeskRow[];
  readonly credits: readonly CreditRow[];
  readonly season: string;
  readonly isGraduate: boolean;
}

const DESKS: Record<Exclude<Role, 'graduate'>, { page: PageName; icon: string; title: string }> = {
  secretary: { page: 'secretaryDesk', icon: 'usergroup', title: '团支书工作台' },
  teacher: { page: 'teacherDesk', icon: 'task', title: '学院老师工作台' },
  committee: { page: 'teacherDesk', icon: 'city', title: '校团委工作台' },
};

const CREDITS: Record<TemplateKey, { title: string; detail: string; roles: readonly Role[] }> = {
  progress: { title: '办理进度', detail: '批准、退回、接收时', roles: ['graduate'] },
  deadline: { title: '截止提醒', detail: '快到期和到期时', roles: ['graduate'] },
  code: { title: '验证码', detail: '拿到验证码时', roles: ['graduate'] },
  task: { title: '待办提醒', detail: '有人等你处理时', roles: ['secretary', 'teacher', 'committee'] },
};

const KEYS: readonly TemplateKey[] = ['progress', 'deadline', 'code', 'task'];

/** @param own the graduate's last known state, for the branch's name */
export const toMeView = ({ account, season, subscription }: WhoAmI, own: HomeResponse | null): MeView => {
  const roles = account?.roles ?? [];
  const held = roles.map(({ role }) => role);
  const name = account?.name ?? '';
  const scopes = [...new Set(roles.map(({ scopeName }) => scopeName).filter(Boolean))];
  return {
    initial: name.slice(-1),
    name,
    belongs: own ? `${own.member.branchName}，${own.member.collegeName}` : scopes.join('，'),
    desks: roles.flatMap(({ role, scopeId, scopeName }) =>
      role === 'graduate' ? [] : [{ key: `${role}-${scopeId}`, ...DESKS[role], detail: scopeName }],
    ),
    credits: KEYS.filter((key) => CREDITS[key].roles.some((role) => held.includes(role))).map((key) => ({
      key,
      title: CREDITS[key].title,
      detail: CREDITS[key].detail,
      count: subscription.credits[key] ?? 0,
    })),
    season: season.name,
    isGraduate: held.includes('graduate'),
  };
};
