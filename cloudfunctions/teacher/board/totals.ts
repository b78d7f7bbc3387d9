/** Counters of several shards added up. */
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import type { WayId } from '../../../miniprogram/domain/rules/ways';
import { ARRIVED_STATES, STUCK_STATES } from '../../../miniprogram/domain/people/people-step';
import type { Tally } from '../../_shared/store/records';

export interface Cell {
  readonly collegeId: string;
  readonly branchId: string;
  readonly state: TransferState;
  readonly wayId: WayId;
  readonly count: number;
}

export interface Totals {
  readonly cells: readonly Cell[];
  /** By China day number. */
  readonly deadlines: ReadonlyMap<number, number>;
  readonly submitted: ReadonlyMap<number, number>;
  readonly arrived: ReadonlyMap<number, number>;
}

const cellsOf = ({ cells, collegeId }: Tally): Cell[] =>
  Object.entries(cells).map(([key, count]) => {
    const [branchId = '', state = '', wayId = ''] = key.split('|');
    return { collegeId, branchId, state: state as TransferState, wayId, count };
  });

const addUp = (days: readonly Readonly<Record<string, number>>[]): Map<number, number> => {
  const sums = new Map<number, number>();
  for (const [key, count] of days.flatMap((one) => Object.entries(one))) {
    const day = Number(key.slice(1));
    sums.set(day, (sums.get(day) ?? 0) + count);
  }
  return sums;
};

export const totalsOf = (tallies: readonly Tally[]): Totals => ({
  cells: tallies.flatMap(cellsOf),
  deadlines: addUp(tallies.map(({ deadlines }) => deadlines)),
  submitted: addUp(tallies.map(({ submitted }) => submitted)),
  arrived: addUp(tallies.map(({ arrived }) => arrived)),
});

export const sumOf = (cells: readonly Cell[], isWanted: (cell: Cell) => boolean = () => true): number =>
  cells.filter(isWanted).reduce((sum, { count }) => sum + count, 0);

/** Started, transferred and stuck among some cells. */
export const threeFigures = (cells: readonly Cell[]) => ({
  started: sumOf(cells),
  transferred: sumOf(cells, ({ state }) => ARRIVED_STATES.includes(state)),
  stuck: sumOf(cells, ({ state }) => STUCK_STATES.includes(state)),
});
