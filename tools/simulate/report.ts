/** What a number of schedules came to. */
import type { Violation } from './invariants';

export interface Report {
  readonly runs: number;
  readonly rounds: number;
  readonly messages: number;
  readonly duplicates: number;
  readonly mayRepeat: number;
  /** Departures that others' acts met. */
  readonly races: number;
  /** Faults put in, by name. */
  readonly injected: Readonly<Record<string, number>>;
  readonly violations: readonly Violation[];
}

export const NOTHING: Report = {
  runs: 0,
  rounds: 0,
  messages: 0,
  duplicates: 0,
  mayRepeat: 0,
  races: 0,
  injected: {},
  violations: [],
};

const addCounts = (one: Report['injected'], other: Report['injected']): Record<string, number> => {
  const counts: Record<string, number> = { ...one };
  for (const [name, count] of Object.entries(other)) counts[name] = (counts[name] ?? 0) + count;
  return counts;
};

export const plus = (one: Report, other: Report): Report => ({
  runs: one.runs + other.runs,
  rounds: one.rounds + other.rounds,
  messages: one.messages + other.messages,
  duplicates: one.duplicates + other.duplicates,
  mayRepeat: one.mayRepeat + other.mayRepeat,
  races: one.races + other.races,
  injected: addCounts(one.injected, other.injected),
  violations: [...one.violations, ...other.violations],
});
