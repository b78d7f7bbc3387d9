/** Why a secretary returns a submission, in her words, with one tap; whoever needs another types it. */
export const RETURN_REASONS = ['去向选错了', '组织名称不完整', '不是我们支部的人'];
