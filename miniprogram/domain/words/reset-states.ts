import type { ResetState } from '../transfer/reset-states';

/** What became of a request for a reset code. */
export const RESET_STATE_WORDS: Readonly<Record<ResetState, string>> = {
  waiting: '等团支书填码',
  issued: '码已发出，还没看',
  revealed: '码看过了',
  escalated: '等老师填码',
  expired: '码过期了',
  closed: '老师结束了',
  solved: '登录成功',
  failed: '码没用上',
};
