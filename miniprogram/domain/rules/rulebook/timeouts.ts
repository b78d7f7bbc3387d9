/** What happens to a request the receiver leaves lying: it depends on the date and on both systems. */
import { DAY_MS, chinaParts } from '../../calendar/china-time';
import { endOfDay, startOfDay, type MonthDay } from '../../calendar/month-day';
import type { SystemId, SystemRules } from './system';

/** accepted: moved by itself; lapsed: sent back by itself; ask: nobody knows, 智慧团建 has to be looked at. */
export const TIMEOUT_OUTCOMES = ['accepted', 'lapsed', 'ask'] as const;
export type TimeoutOutcome = (typeof TIMEOUT_OUTCOMES)[number];

/** The outcome in words. */
export interface OutcomeWords {
  /** Second half of a sentence after “到期没处理，”. */
  readonly text: string;
  /** The same, while it is still to come, in at most 20 characters, for a field of a WeChat message. */
  readonly short: string;
  /** What by the rules has come of it, once the days are over: second half of a sentence after “已到期，按规则”. */
  readonly past: string;
  /** The same in at most 20 characters. */
  readonly pastShort: string;
  /** A sentence for whoever receives, who has applied for nothing. */
  readonly toReceiver: string;
}

type Systems = 'any' | readonly SystemId[];

/** Part of a year, for requests between some systems. Of several that fit, the first in the list holds. */
export interface TimeoutPhase {
  readonly from: MonthDay;
  /** Last day; null lasts until the year ends. */
  readonly until: MonthDay | null;
  readonly sending: Systems;
  readonly receiving: Systems;
  /** Full days a receiver has; null while nothing is forced. */
  readonly days: number | null;
  readonly outcome: TimeoutOutcome;
  readonly source: string;
}

/** A request as the phases see it. */
export interface Request {
  /** Epoch ms. */
  readonly initiatedAt: number;
  readonly sending: SystemId;
  readonly receiving: SystemId;
}

/** The clock of one request: what an attempt keeps of the rules it was begun under. */
export interface ReceiverClock {
  readonly days: number;
  readonly outcome: TimeoutOutcome;
  /** Epoch ms. */
  readonly deadlineAt: number;
}

/** Whose requests a phase is about, by where they go; empty for everybody's. */
export const receiversOf = ({ receiving }: TimeoutPhase, { id, name, others }: SystemRules): string => {
  if (receiving === 'any') return '';
  const names = receiving.map((one) =>
    one === id ? name : (others.find((other) => other.id === one)?.name ?? one),
  );
  return `转到${names.join('、')}的，`;
};

const YEAR_END: MonthDay = { month: 12, day: 31 };

const isAmong = (systems: Systems, id: SystemId): boolean => systems === 'any' || systems.includes(id);

/** The phase that holds at a moment; none where no phase speaks of it, and then nothing is forced. */
const phaseAt = (
  phases: readonly TimeoutPhase[],
  at: number,
  { sending, receiving }: Omit<Request, 'initiatedAt'>,
): TimeoutPhase | undefined => {
  const { year } = chinaParts(at);
  return phases.find(
    (phase) =>
      isAmong(phase.sending, sending) &&
      isAmong(phase.receiving, receiving) &&
      startOfDay(year, phase.from) <= at &&
      at <= endOfDay(year, phase.until ?? YEAR_END),
  );
};

/** When the rules can change after a moment: first days of phases, of this year and the next. */
const turnsAfter = (phases: readonly TimeoutPhase[], at: number): number[] => {
  const { year } = chinaParts(at);
  const starts = [year, year + 1].flatMap((each) => phases.map(({ from }) => startOfDay(each, from)));
  return starts.filter((start) => start > at).sort((a, b) => a - b);
};

/**
 * The receiver's clock of a request: the days begin when it is made, or on the first day of the phase that forces
 * something. Null while nothing is ever forced.
 */
export const clockOf = (phases: readonly TimeoutPhase[], request: Request): ReceiverClock | null => {
  const { initiatedAt } = request;
  for (const at of [initiatedAt, ...turnsAfter(phases, initiatedAt)]) {
    const phase = phaseAt(phases, at, request);
    if (phase && phase.days !== null)
      return { days: phase.days, outcome: phase.outcome, deadlineAt: at + phase.days * DAY_MS };
  }
  return null;
};

/** Whether the days of a request made now begin now: in a phase that forces nothing they begin later. */
export const startsAtOnce = ({ days, deadlineAt }: ReceiverClock, now: number): boolean =>
  deadlineAt <= now + days * DAY_MS;

/** The most and the fewest days any phase gives; null where none forces anything. */
export const daysRange = (
  phases: readonly TimeoutPhase[],
): { readonly fewest: number; readonly most: number } | null => {
  const days = phases.flatMap((phase) => phase.days ?? []);
  return days.length === 0 ? null : { fewest: Math.min(...days), most: Math.max(...days) };
};
