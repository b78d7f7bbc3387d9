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

/** Nobody has given the code yet. */
export const UNANSWERED_RESETS = ['waiting', 'escalated'] as const satisfies readonly ResetState[];

export const isUnanswered = (state: string): boolean => UNANSWERED_RESETS.some((one) => one === state);

/** Somebody has to answer, or the code waits to be looked at: one person has one such request at a time. */
export const OPEN_RESETS: readonly ResetState[] = [...UNANSWERED_RESETS, 'issued'];

/** What the clock goes by, epoch ms; null where it decides nothing. */
interface Timed {
  readonly state: ResetState;
  /** When an unanswered request goes to the teacher. */
  readonly escalatesAt: number | null;
  /** When a code stops working. */
  readonly expiresAt: number | null;
}

const hasCome = (at: number | null, now: number): boolean => at !== null && at <= now;

/**
 * The state at `now`. At its hour an unanswered request is the teacher's and a code is of no use any more, though the
 * timer writes so a little later: after a night in the morning.
 */
export const resetStateAt = ({ state, escalatesAt, expiresAt }: Timed, now: number): ResetState => {
  if (state === 'waiting' && hasCome(escalatesAt, now)) return 'escalated';
  return state === 'issued' && hasCome(expiresAt, now) ? 'expired' : state;
};

/**
 * Why a request is with the teacher. unanswered: its hour has come; handed-on: the secretary could not get the code;
 * asked: whoever waits wanted the teacher; asked-again: the teacher’s code did not open; is-secretary: whoever waits is
 * the secretary; no-secretary: the branch has none.
 */
export const ESCALATION_CAUSES = [
  'unanswered',
  'handed-on',
  'asked',
  'asked-again',
  'is-secretary',
  'no-secretary',
] as const;

export type EscalationCause = (typeof ESCALATION_CAUSES)[number];

interface Said {
  /** In the words of whoever handed it on to the teacher. */
  readonly escalationReason: string | null;
  /** What the graduate wrote when asking. */
  readonly note: string | null;
}

/** What the teacher reads with a request. */
export const saidToTeacher = ({ escalationReason, note }: Said): string | null => escalationReason ?? note;
