import { readStoredList } from './stored';
import type { Response } from '../contract';
import { pagePath, type PageName } from '../domain/reminding/pages';
import type { Role } from '../domain/rules/roles';
import type { Explanation } from '../domain/words/why-led';
import { forgetAnswered, wasAnswered } from '../memory/answered';
import { forgetStoredDraft, keepOnlyDraft } from './draft-store';
import { offerSignIn } from './offer-sign-in';
import { forgetOwnTransfer, keepOwnTransfer, recallOwnTransfer } from './own-transfer';

export type RoleView = Response<'account', 'signIn'>['roles'][number];

const STORED = 'roles';

/** The roles of the last response that named them; survives a restart, so the first page opens without a call. */
export const knownRoles = (): RoleView[] =>
  readStoredList(
    STORED,
    (value): value is RoleView => typeof value === 'object' && value !== null && 'role' in value,
  );

/** Whether neither this phone nor the cloud knows who holds it. */
export const isVisitor = (): boolean =>
  knownRoles().length === 0 && recallOwnTransfer() === null && !wasAnswered();

/** Whether the person this phone knows has something to transfer; teachers and the committee have not. */
export const isGraduate = (): boolean =>
  knownRoles().some(({ role }) => role === 'graduate') || wasAnswered('graduate');

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
  forgetAnswered();
  forgetOwnTransfer();
  forgetStoredDraft();
  wx.clearStorageSync();
};

/**
 * Forgets a person whose rights ended while they were here. What they typed stays until somebody else signs in, for they
 * may sign in again.
 */
export const forgetLostPerson = (): void => {
  forgetAnswered();
  forgetOwnTransfer();
  keepOnlyDraft();
};

/** The page somebody with these roles starts on; a graduate's own transfer comes before the duties. Home is for visitors too. */
export const startPage = (roles: readonly { role: Role }[]): PageName => {
  const has = (role: Role) => roles.some((held) => held.role === role);
  if (has('graduate')) return 'home';
  if (has('secretary')) return 'secretaryDesk';
  if (has('teacher') || has('committee')) return 'teacherDesk';
  return 'home';
};

const explain = (said: Explanation): void =>
  void wx.showModal({ ...said, showCancel: false, confirmText: '知道了' });

/**
 * Leaves the current page stack for the start page of these roles.
 * @param arrived called once that page is open, or could not be opened
 */
export const goToStart = (
  roles: readonly { role: Role }[],
  said?: Explanation,
  arrived?: () => void,
): void => {
  const complete = (): void => {
    arrived?.();
    if (!said) return;
    if (roles.length === 0) offerSignIn(said);
    else explain(said);
  };
  void wx.reLaunch({ url: `/${pagePath(startPage(roles))}`, complete });
};
