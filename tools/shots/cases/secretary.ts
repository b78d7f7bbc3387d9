import { pagePath } from '../../../miniprogram/domain/pages';
import type { ScreenCase } from './screen-case';

/** The branch secretary's screens. */
export const SECRETARY_CASES: readonly ScreenCase[] = [
  { name: 'secretary-codes', who: '许嘉宁', page: pagePath('secretaryDesk') },
  { name: 'secretary-no-codes', who: '顾书遥', page: pagePath('secretaryDesk') },
  { name: 'secretary-branch', who: '许嘉宁', page: pagePath('secretaryDesk'), taps: ['支部'] },
  { name: 'secretary-invite', who: '许嘉宁', page: pagePath('secretaryDesk'), taps: ['邀请码'] },
  { name: 'secretary-failing', who: '罗北辰', page: pagePath('secretaryDesk'), cloud: 'failing' },
];
