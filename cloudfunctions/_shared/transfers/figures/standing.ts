/** What the counters know of a transfer: a pure function of the record, so they can be counted anew. */
import { deadlineDayOf } from '../../store/records/transfer-place';
import { chinaDay } from '../../../../miniprogram/domain/calendar/china-time';
import { startsAttempt } from '../../../../miniprogram/domain/transfer/lifecycle';
import type { TransferStep } from '../../../../miniprogram/domain/transfer/states';
import { ARRIVED_STATES } from '../../../../miniprogram/domain/people/people-step';
import type { Tally, Transfer } from '../../store/records';
import { timelineOf } from '../../store/records/timeline';

type Counters = Pick<Tally, 'cells' | 'deadlines' | 'submitted' | 'arrived'>;
export const COUNTERS = ['cells', 'deadlines', 'submitted', 'arrived'] as const satisfies (keyof Counters)[];

const ARRIVALS: readonly string[] = ['report-accepted', 'record'] satisfies TransferStep[];

const submittedDay = (transfer: Transfer): number | null => {
  const first = timelineOf(transfer).find(({ step }) => startsAttempt(step as TransferStep));
  return first ? chinaDay(first.at) : null;
};

const arrivedDay = (transfer: Transfer): number | null => {
  if (!ARRIVED_STATES.includes(transfer.state)) return null;
  const arrival = timelineOf(transfer)
    .reverse()
    .find(({ step }) => ARRIVALS.includes(step));
  return arrival ? chinaDay(arrival.at) : null;
};

/** The counter of each kind this transfer is in; null where it is in none. */
export const standingOf = (transfer: Transfer): Record<(typeof COUNTERS)[number], string | null> => {
  const text = (day: number | null): string | null => (day === null ? null : `d${day}`);
  return {
    cells: `${transfer.branchId}|${transfer.state}|${transfer.wayId}`,
    deadlines: text(deadlineDayOf(transfer)),
    submitted: text(submittedDay(transfer)),
    arrived: text(arrivedDay(transfer)),
  };
};

/** Adds to a counter; what comes to nothing is left out, so equal counts are equal records. */
export const addTo = (
  counts: Readonly<Record<string, number>>,
  key: string,
  by: number,
): Record<string, number> => {
  const { [key]: before = 0, ...rest } = counts;
  return before + by === 0 ? rest : { ...rest, [key]: before + by };
};
