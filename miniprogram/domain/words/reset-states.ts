import type { ResetState } from '../transfer/reset-states';

/** Why a request was ended of somebody whose transfer came through meanwhile; they read it in their data. */
export const CODE_NEEDLESS = '转接已经办完，不用再拿验证码了。';

/** What became of a request for a reset code. */
export const RESET_STATE_WORDS: Readonly<Record<ResetState, string>> = {
  waiting: '等团支书填码',
  issued: '码已发出，还没看',
  revealed: '码看过了',
  escalated: '等老师填码',
  expired: '码过期了',
  closed: '已经结束',
  solved: '登录成功',
  failed: '码没用上',
};
