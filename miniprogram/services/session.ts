import type { Response } from '../contract';
import type { Failure } from '../domain/errors';
import { pagePath, type PageName } from '../domain/reminding/pages';
import type { Role } from '../domain/rules/roles';
import { forgetOwnTransfer, keepOwnTransfer, recallOwnTransfer } from './own-transfer';

export type RoleView = Response<'account', 'signIn'>['roles'][number];

const STORED = 'roles';

/** The roles of the last response that named them; survives a restart, so the first page opens without a call. */
export const knownRoles = (): RoleView[] => {
  const stored: unknown = wx.getStorageSync(STORED);
  return Array.isArray(stored) ? (stored as RoleView[]) : [];
};

/** Home, which shows its last known state before the cloud answers, no longer offers a desk that is gone. */
export const rememberRoles = (roles: readonly RoleView[]): void => {
  wx.setStorageSync(STORED, roles);
  const known = recallOwnTransfer()?.response;
  const isSecretary = roles.some(({ role }) => role === 'secretary');
  if (known && known.member.isSecretary !== isSecretary)
    keepOwnTransfer({ ...known, member: { ...known.member, isSecretary } });
};

/** The branch this phone remembers its secretary by; the cloud answers for the one they have now. */
export const rememberedBranch = (): { branchId?: string } => {
  const branchId = knownRoles().find(({ role }) => role === 'secretary')?.scopeId;
  return branchId === undefined ? {} : { branchId };
};

/** Forgets everything this phone keeps about the person. */
export const forgetPerson = (): void => {
  forgetOwnTransfer();
  wx.clearStorageSync();
};

/** The page somebody with these roles starts on; a graduate's own transfer comes before the duties. */
export const startPage = (roles: readonly { role: Role }[]): PageName => {
  const has = (role: Role) => roles.some((held) => held.role === role);
  if (has('graduate')) return 'home';
  if (has('secretary')) return 'secretaryDesk';
  if (has('teacher') || has('committee')) return 'teacherDesk';
  return 'signIn';
};

/** Said over the page somebody is led to, so that they know why. */
export interface Explanation {
  readonly title: string;
  readonly content: string;
}

const explain = (said: Explanation): void =>
  void wx.showModal({ ...said, showCancel: false, confirmText: '知道了' });

/** Leaves the current page stack for the start page of these roles. */
export const goToStart = (roles: readonly { role: Role }[], said?: Explanation): void => {
  const url = `/${pagePath(startPage(roles))}`;
  void wx.reLaunch(said ? { url, complete: () => explain(said) } : { url });
};

const UNBOUND: Explanation = {
  title: '要重新登录一次',
  content:
    '这个微信和名单上的学号已经解绑。用学号、姓名和支部邀请码重新登录，办到哪一步会接着显示。不是你要求的话，问问学院老师。',
};
export const TAKEN_BACK: Explanation = {
  title: '老师权限已经收回',
  content: '这个微信不能再看学院的名单了。要继续用，请校团委重新发一个邀请码。',
};

/** Who was signed in on this phone is told why they are not any more. */
const leaveSignedOut = (): void => {
  const wasTeacher = knownRoles().length > 0;
  const wasGraduate = recallOwnTransfer() !== null || knownRoles().some(({ role }) => role === 'graduate');
  forgetPerson();
  goToStart([], wasGraduate ? UNBOUND : wasTeacher ? TAKEN_BACK : undefined);
};

/**
 * Leads away whoever a page is not for: strangers to the sign-in page, a teacher to the teacher's desk.
 * True when the page is being left, so that it shows no error.
 */
export const leaveStranger = (failure: Failure): boolean => {
  if (failure.code === 'NOT_SIGNED_IN') {
    leaveSignedOut();
    return true;
  }
  if (failure.code !== 'FORBIDDEN') return false;
  goToStart(knownRoles().filter(({ role }) => role !== 'graduate'));
  return true;
};
