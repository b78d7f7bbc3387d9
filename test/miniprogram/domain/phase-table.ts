/** Time-outs by date and systems, written from the League's guideline: nothing forced, September to decide, then ten days. */
import { clockOf, type TimeoutPhase } from '../../../miniprogram/domain/rules/rulebook/timeouts';

const phase = (part: Partial<TimeoutPhase>): TimeoutPhase => ({
  from: { month: 1, day: 1 },
  until: null,
  sending: 'any',
  receiving: 'any',
  days: null,
  outcome: 'ask',
  source: '工作指引',
  ...part,
});

export const allYear = (days: number): TimeoutPhase => phase({ days, outcome: 'accepted' });

export const NATIONAL: readonly TimeoutPhase[] = [
  phase({ sending: ['beijing', 'guangdong', 'fujian'], receiving: ['zhtj'], days: 10, outcome: 'lapsed' }),
  phase({ until: { month: 9, day: 30 } }),
  phase({ from: { month: 10, day: 1 }, days: 10, outcome: 'lapsed' }),
];

/** End of the clock, epoch ms; null where none runs. */
export const clockFrom = (
  initiatedAt: number,
  phases: readonly TimeoutPhase[],
  sending = 'zhtj',
  receiving = 'zhtj',
): number | null => clockOf(phases, { initiatedAt, sending, receiving })?.deadlineAt ?? null;

/** initiated, sending system, receiving system, deadline */
export const PHASED: readonly (readonly [string, string, string, string])[] = [
  ['2027-01-05T10:00:00+08:00', 'zhtj', 'zhtj', '2027-10-11T00:00:00+08:00'],
  ['2027-06-20T10:00:00+08:00', 'zhtj', 'zhtj', '2027-10-11T00:00:00+08:00'],
  ['2027-09-30T23:59:59.999+08:00', 'zhtj', 'zhtj', '2027-10-11T00:00:00+08:00'],
  ['2027-10-01T00:00:00+08:00', 'zhtj', 'zhtj', '2027-10-11T00:00:00+08:00'],
  ['2027-10-20T08:30:00+08:00', 'zhtj', 'guangdong', '2027-10-30T08:30:00+08:00'],
  ['2027-12-28T08:30:00+08:00', 'zhtj', 'zhtj', '2028-01-07T08:30:00+08:00'],
  // From a province's own system ten days run at any time of the year.
  ['2027-06-20T10:00:00+08:00', 'guangdong', 'zhtj', '2027-06-30T10:00:00+08:00'],
  ['2027-06-20T10:00:00+08:00', 'guangdong', 'beijing', '2027-10-11T00:00:00+08:00'],
];
