import { rateView } from '../../../../cloudfunctions/teacher/board/time-views';
import type { Cell, Totals } from '../../../../cloudfunctions/teacher/board/totals';
import type { TransferState } from '../../../../miniprogram/domain/transfer/states';
import { checkWays } from '../../../../miniprogram/domain/rules/rulebook-checks/ways';
import { RULEBOOKS } from '../../../../miniprogram/rulebooks';

const book = RULEBOOKS[0]!;
const [counted, outside] = book.ways;
/** The same rules, but the second way is out of the rate by all its routes. */
const rulebook = {
  ...book,
  ways: book.ways.map((way) => ({
    ...way,
    routes: way.routes.map((route) => ({ ...route, counts: way.id !== outside!.id })),
  })),
};
const season = { deadlineAt: Date.parse('2026-09-30T00:00:00+08:00') };
const cell = (wayId: string, state: TransferState, count: number): Cell => ({
  branchId: 'b',
  collegeId: 'c',
  wayId,
  state,
  count,
});
const totals = (cells: readonly Cell[]): Totals => ({
  cells,
  decided: new Map(),
  deadlines: new Map(),
  submitted: new Map(),
  arrived: new Map(),
});
const rate = (members: number, ...cells: readonly Cell[]) => {
  const {
    transferred,
    members: of,
    leftOut,
    percent,
  } = rateView(totals(cells), members, { rulebook, season });
  return [transferred, of, leftOut, percent];
};

describe('转接率', () => {
  it('leaves out whoever is recorded on a way that does not count', () => {
    expect(rate(20, cell(counted!.id, 'completed', 12), cell(outside!.id, 'recorded', 5))).toEqual([
      12, 15, 5, 80,
    ]);
  });

  it('waits until the college has recorded it', () => {
    expect(rate(20, cell(counted!.id, 'accepted', 10), cell(outside!.id, 'registered', 5))).toEqual([
      10, 20, 0, 50,
    ]);
  });

  it('is nothing, not broken, where the rules leave out everybody', () => {
    expect(rate(5, cell(outside!.id, 'recorded', 5))).toEqual([0, 0, 5, 0]);
  });

  it('takes no rulebook in which the routes of one way disagree', () => {
    const mixed = book.ways.map((way) => ({
      ...way,
      routes: way.routes.map((route, index) => ({ ...route, counts: index > 0 })),
    }));
    const paths = mixed.flatMap(({ routes }, index) => (routes.length > 1 ? [`ways.${index}.routes`] : []));
    expect(checkWays({ ...book, ways: mixed }).map(({ path }) => path)).toEqual(paths);
  });
});
