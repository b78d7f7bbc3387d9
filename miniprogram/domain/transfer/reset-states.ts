/** 重置密码验证码: the life of one request. */
export const RESET_STATES = [
  'waiting',
  'issued',
  'revealed',
  'escalated',
  'expired',
  'solved',
  'failed',
  'closed',
] as const;

export type ResetState = (typeof RESET_STATES)[number];
