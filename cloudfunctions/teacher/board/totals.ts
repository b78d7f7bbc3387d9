/** Counters of several shards added up. */
import { stateFigures } from '../../../miniprogram/domain/people/figures';
import type { Tally } from '../../_shared/store/records';

export type Cell = Readonly<Tally['cells'][number]> & { readonly collegeId: string };

export interface Totals {
  readonly cells: readonly Cell[];
  /** By branch: those of which the college has done its part. */
  readonly decided: ReadonlyMap<string, number>;
  /** By China day number. */
  readonly deadlines: ReadonlyMap<number, number>;
  readonly submitted: ReadonlyMap<number, number>;
  readonly arrived: ReadonlyMap<number, number>;
}

const cellsOf = ({ cells, collegeId }: Tally): Cell[] => cells.map((cell) => ({ ...cell, collegeId }));

const addUp = (days: Tally['deadlines']): Map<number, number> => {
  const sums = new Map<number, number>();
  for (const { day, count } of days) sums.set(day, (sums.get(day) ?? 0) + count);
  return sums;
};

const addUpBranches = (branches: Tally['decided']): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { branchId, count } of branches) sums.set(branchId, (sums.get(branchId) ?? 0) + count);
  return sums;
};

export const totalsOf = (tallies: readonly Tally[]): Totals => ({
  cells: tallies.flatMap(cellsOf),
  decided: addUpBranches(tallies.flatMap(({ decided }) => decided)),
  deadlines: addUp(tallies.flatMap(({ deadlines }) => deadlines)),
  submitted: addUp(tallies.flatMap(({ submitted }) => submitted)),
  arrived: addUp(tallies.flatMap(({ arrived }) => arrived)),
});

export const sumOf = (cells: readonly Cell[], isWanted: (cell: Cell) => boolean = () => true): number =>
  cells.filter(isWanted).reduce((sum, { count }) => sum + count, 0);

/** What a board says of a branch or a college; `leftOut` of the transferred took a way the rate leaves out. */
export const figuresOf = (cells: readonly Cell[], outside: readonly string[]) => {
  const { started, transferred, stuck } = stateFigures(cells);
  const leftOut = stateFigures(cells.filter(({ wayId }) => outside.includes(wayId))).transferred;
  return { started, transferred, stuck, leftOut };
};
