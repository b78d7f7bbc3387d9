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

interface Said {
  /** In the words of whoever handed it on to the teacher. */
  readonly escalationReason: string | null;
  /** What the graduate wrote when asking. */
  readonly note: string | null;
}

/** What the teacher reads with a request. */
export const saidToTeacher = ({ escalationReason, note }: Said): string | null => escalationReason ?? note;
