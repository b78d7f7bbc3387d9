/** Whom a nudge helps: people whose own turn it is. */
import { chinaDay } from '../calendar/china-time';
import { IDLE_STATES, isClockRunning } from '../transfer/lifecycle';
import type { TemplateKey } from './kinds';
import type { TransferState } from '../transfer/states';

export type NudgeOutcome = 'nudged' | 'no-credit' | 'today' | 'not-bound' | 'waiting-code' | 'nothing-to-do';

/** States in which the college has the turn, or nobody. */
const NOT_THEIR_TURN: readonly (TransferState | null)[] = [
  'planned',
  'submitted',
  'registered',
  'recorded',
  'completed',
];

export interface Nudgeable {
  readonly bound: boolean;
  /** Asked for a reset code nobody has given them yet. */
  readonly waitingForCode: boolean;
  /** Of this season's transfer; null without one. */
  readonly state: TransferState | null;
  readonly lastNudgedAt: number | null;
  /** Left for the template of the nudge. */
  readonly credits: number;
}

/** What a nudge at `now` comes to; `nudged` and `no-credit` are the ones that are sent. */
export const nudgeOutcome = (person: Nudgeable, now: number): NudgeOutcome => {
  const { bound, waitingForCode, state, lastNudgedAt, credits } = person;
  if (!bound) return 'not-bound';
  if (NOT_THEIR_TURN.includes(state)) return 'nothing-to-do';
  if (waitingForCode) return 'waiting-code';
  if (lastNudgedAt !== null && chinaDay(lastNudgedAt) === chinaDay(now)) return 'today';
  return credits > 0 ? 'nudged' : 'no-credit';
};

/** Whether an outcome means that a notice goes out, if only to the inbox. */
export const isSent = (outcome: NudgeOutcome): boolean => outcome === 'nudged' || outcome === 'no-credit';

/** The template of the notice somebody in this place is told next by. */
export const nextTemplate = (state: TransferState | null, waitingForCode: boolean): TemplateKey => {
  if (waitingForCode) return 'code';
  const reminded = state === null || isClockRunning(state) || IDLE_STATES.includes(state);
  return reminded ? 'deadline' : 'progress';
};
