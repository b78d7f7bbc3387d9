import type { Rulebook } from '../../../domain/rules/rulebook/index';

/** The reasons a college picks from with one tap when it undoes something; whoever needs another types it. */

/** Why a submission is returned, one by one or several at once. */
export const returnReasons = ({ system }: Pick<Rulebook, 'system'>): readonly string[] => [
  '名称不完整',
  `${system.reasonLabel}不对`,
  '截图看不清',
  '去向要改',
];

/** The same of what is only registered with the college. */
export const REGISTRATION_RETURN_REASONS = ['信息不完整', '去向要改', '请先到学院来'];

export const REOPEN_REASONS = ['登记错了人', '团员证要重办', '团关系其实没有转到'];

export const CLOSE_REASONS = ['已经离校，一直联系不上', '不是我们学院的人', '登记重复了', '关系已经不在学校'];
