/** What the counters know of a transfer: a pure function of the record, so they can be counted anew. */
import { deadlineDayOf } from '../../store/records/transfer-place';
import { chinaDay } from '../../../../miniprogram/domain/calendar/china-time';
import { isDecided } from '../../../../miniprogram/domain/transfer/decided';
import { startsAttempt } from '../../../../miniprogram/domain/transfer/lifecycle';
import type { TransferStep } from '../../../../miniprogram/domain/transfer/steps';
import type { DeskKind } from '../../../../miniprogram/domain/people/queue-kinds';
import { arrivalIn } from '../../../../miniprogram/domain/people/arrival';
import type { Tally, Transfer } from '../../store/records';
import { timelineOf } from '../../store/records/timeline';
import { deskKindOf } from './desk-kinds';

type Cell = Tally['cells'][number];
type PerDay = Tally['deadlines'][number];
type OnDesk = Tally['onDesk'][number];

/** The counters one transfer is in; no day where it is in none of that kind. */
interface Standing {
  readonly cell: Omit<Cell, 'count'>;
  /** Its branch, once the college has done its part. */
  readonly decided: string | null;
  /** What it asks of the college now. */
  readonly onDesk: DeskKind | null;
  readonly deadline: number | null;
  readonly submitted: number | null;
  readonly arrived: number | null;
}

const submittedDay = (transfer: Transfer): number | null => {
  const first = timelineOf(transfer).find(({ step }) => startsAttempt(step as TransferStep));
  return first ? chinaDay(first.at) : null;
};

const arrivedDay = (transfer: Transfer): number | null => {
  const arrival = arrivalIn({ state: transfer.state, timeline: timelineOf(transfer) });
  return arrival ? chinaDay(arrival.at) : null;
};

export const standingOf = (transfer: Transfer): Standing => ({
  cell: { branchId: transfer.branchId, state: transfer.state, wayId: transfer.wayId },
  decided: isDecided({ ...transfer, steps: timelineOf(transfer) }) ? transfer.branchId : null,
  onDesk: deskKindOf(transfer) ?? null,
  deadline: deadlineDayOf(transfer),
  submitted: submittedDay(transfer),
  arrived: arrivedDay(transfer),
});

/** Adds to the counter that is meant; one that comes to nothing is left out. */
const addTo = <Counter extends { readonly count: number }>(
  counters: readonly Counter[],
  { isMeant, first }: { isMeant: (counter: Counter) => boolean; first: Counter },
): Counter[] => {
  const before = counters.find(isMeant);
  if (!before) return [...counters, first];
  const count = before.count + first.count;
  const after = count === 0 ? [] : [{ ...before, count }];
  return counters.flatMap((one) => (one === before ? after : [one]));
};

export const addToCells = (cells: readonly Cell[], cell: Standing['cell'], by: number): Cell[] =>
  addTo(cells, {
    isMeant: ({ branchId, state, wayId }) =>
      branchId === cell.branchId && state === cell.state && wayId === cell.wayId,
    first: { ...cell, count: by },
  });

/** @param branchId null adds nothing */
export const addToBranches = (
  branches: Tally['decided'],
  branchId: string | null,
  by: number,
): Tally['decided'] =>
  branchId === null
    ? branches
    : addTo(branches, {
        isMeant: (one) => one.branchId === branchId,
        first: { branchId, count: by },
      });

/** @param kind null adds nothing */
export const addToDesk = (desk: readonly OnDesk[], kind: DeskKind | null, by: number): OnDesk[] =>
  kind === null
    ? [...desk]
    : addTo(desk, { isMeant: (one) => one.kind === kind, first: { kind, count: by } });

/** @param day null adds nothing */
export const addToDays = (days: readonly PerDay[], day: number | null, by: number): PerDay[] =>
  day === null ? [...days] : addTo(days, { isMeant: (one) => one.day === day, first: { day, count: by } });

/** All counters in one order: equal counts are equal texts. */
export const countsText = ({ cells, decided, onDesk, deadlines, submitted, arrived }: Tally): string =>
  JSON.stringify([
    cells.map(({ branchId, state, wayId, count }) => `${branchId} ${state} ${wayId} ${count}`).sort(),
    decided.map(({ branchId, count }) => `${branchId} ${count}`).sort(),
    onDesk.map(({ kind, count }) => `${kind} ${count}`).sort(),
    ...[deadlines, submitted, arrived].map((days) => days.map(({ day, count }) => `${day} ${count}`).sort()),
  ]);
