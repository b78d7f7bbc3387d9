import type { Response } from '../domain/contract';
import type { Failure } from '../domain/errors';
import { pagePath, type PageName } from '../domain/pages';
import type { Role } from '../domain/model';

export type RoleView = Response<'account', 'signIn'>['roles'][number];

const STORED = 'roles';

/** The roles of the last response that named them; survives a restart, so the first page opens without a call. */
export const knownRoles = (): RoleView[] => {
  const stored: unknown = wx.getStorageSync(STORED);
  return Array.isArray(stored) ? (stored as RoleView[]) : [];
};

export const rememberRoles = (roles: readonly RoleView[]): void => wx.setStorageSync(STORED, roles);

/** Forgets everything this phone keeps about the person. */
export const forgetPerson = (): void => wx.clearStorageSync();

/** The page somebody with these roles starts on; a graduate's own transfer comes before the duties. */
export const startPage = (roles: readonly { role: Role }[]): PageName => {
  const has = (role: Role) => roles.some((held) => held.role === role);
  if (has('graduate')) return 'home';
  if (has('secretary')) return 'secretaryDesk';
  if (has('teacher') || has('committee')) return 'teacherDesk';
  return 'signIn';
};

/** Leaves the current page stack for the start page of these roles. */
export const goToStart = (roles: readonly { role: Role }[]): void => {
  void wx.reLaunch({ url: `/${pagePath(startPage(roles))}` });
};

/**
 * Leads away whoever a page is not for: strangers to the sign-in page, a teacher to the teacher's desk.
 * True when the page is being left, so that it shows no error.
 */
export const leaveStranger = (failure: Failure): boolean => {
  if (failure.code === 'NOT_SIGNED_IN') {
    forgetPerson();
    goToStart([]);
    return true;
  }
  if (failure.code !== 'FORBIDDEN') return false;
  goToStart(knownRoles().filter(({ role }) => role !== 'graduate'));
  return true;
};
