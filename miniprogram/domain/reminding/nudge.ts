/** Whom a nudge helps: people whose own turn it is. */
import { chinaDay } from '../calendar/china-time';
import { IDLE_STATES, isClockRunning } from '../transfer/lifecycle';
import type { TemplateKey } from './kinds';
import { isUnanswered } from '../transfer/reset-states';
import type { TransferState } from '../transfer/states';
import type { WaitsFor } from '../transfer/waits-for';

export type NudgeOutcome = 'nudged' | 'no-credit' | 'today' | 'not-bound' | 'waiting-code' | 'nothing-to-do';

interface Standing {
  /** Of this season's transfer; null without one. */
  readonly transfer: { readonly waitsFor: WaitsFor } | null;
  /** Over age, whoever knows it from where: nothing is theirs to do in time. */
  readonly overAge: boolean;
}

/** Whom a person's transfer waits for, with or without one; only the graduate can be asked to go on. */
export const turnOf = ({ transfer, overAge }: Standing): WaitsFor =>
  overAge ? 'nobody' : (transfer?.waitsFor ?? 'graduate');

export interface Nudgeable {
  readonly bound: boolean;
  /** Asked for a reset code nobody has given them yet. */
  readonly waitingForCode: boolean;
  readonly turn: WaitsFor;
  readonly lastNudgedAt: number | null;
  /** Left for the template of the nudge. */
  readonly credits: number;
}

/** What a nudge at `now` comes to; `nudged` and `no-credit` are the ones that are sent. */
export const nudgeOutcome = (person: Nudgeable, now: number): NudgeOutcome => {
  const { bound, waitingForCode, turn, lastNudgedAt, credits } = person;
  if (turn !== 'graduate') return 'nothing-to-do';
  if (!bound) return 'not-bound';
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

export interface Reachable {
  readonly credits: Readonly<Record<TemplateKey, number>>;
  readonly transfer: { readonly state: TransferState } | null;
  readonly resetRequests: readonly { readonly state: string }[];
}

/** Whether they cannot log in until somebody has given them a reset code. */
export const waitsForCode = ({ resetRequests }: Pick<Reachable, 'resetRequests'>): boolean =>
  resetRequests.some(({ state }) => isUnanswered(state));

/** The template of the message they are told next by. */
export const nextTemplateOf = (person: Omit<Reachable, 'credits'>): TemplateKey =>
  nextTemplate(person.transfer?.state ?? null, waitsForCode(person));

/** How often WeChat can still tell them what comes next. Consents for other messages are of no use for it. */
export const creditsLeft = (person: Reachable): number => person.credits[nextTemplateOf(person)];
