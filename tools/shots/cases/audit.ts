import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import type { ScreenCase } from './screen-case';

const COMMITTEE = '杜若川';
const AUDIT = pagePath('teacherAudits');

/** The committee's look at who did what. */
export const AUDIT_CASES: readonly ScreenCase[] = [
  { name: 'audit', who: COMMITTEE, page: AUDIT },
  { name: 'audit-kind', who: COMMITTEE, page: AUDIT, taps: ['登录与权限'] },
  { name: 'audit-none', who: COMMITTEE, page: AUDIT, taps: ['删除与清理'] },
  { name: 'audit-failing', who: COMMITTEE, page: AUDIT, cloud: 'failing' },
];
