import { rateView } from '../../../../cloudfunctions/teacher/board/time-views';
import type { Cell, Totals } from '../../../../cloudfunctions/teacher/board/totals';
import type { TransferState } from '../../../../miniprogram/domain/transfer/states';
import { checkWays } from '../../../../miniprogram/domain/rules/rulebook-checks/ways';
import { measuresOf } from '../../../../miniprogram/domain/people/rate';
import { sharesAsked } from '../../../../miniprogram/domain/rules/rulebook/rate';
import type { Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import { withChoices } from '../../../../miniprogram/domain/rules/rulebook/chosen';
import { rulebookOf, RULEBOOKS } from '../../../../miniprogram/rulebooks';

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

describe('单位团组织转接率', () => {
  const national = rulebookOf('national-2022') as Rulebook;
  const asked = withChoices(national, [{ setting: 'rate', option: 'employers' }]);
  if (!asked.ok) throw new Error('it can be asked for');
  const measured = (...cells: readonly Cell[]) => {
    const [one] = measuresOf(sharesAsked(asked.data), { members: 20, leftOut: 0 }, cells);
    return [one?.transferred, one?.members, one?.percent];
  };

  it.each<[string, readonly Cell[], (number | undefined)[]]>([
    ['counts who arrived at an employer', [cell('employed', 'accepted', 5)], [5, 20, 25]],
    ['leaves out who goes on studying, arrived or not', [cell('further-study', 'planned', 10)], [0, 10, 0]],
    ['takes back who changed their mind', [cell('further-study', 'withdrawn', 10)], [0, 20, 0]],
    ['counts nobody who went home', [cell('no-organisation', 'completed', 5)], [0, 20, 0]],
    ['waits until they have arrived', [cell('employed', 'approved', 5)], [0, 20, 0]],
  ])('%s', (_how, cells, figures) => {
    expect(measured(...cells)).toEqual(figures);
  });

  it('is counted nowhere until somebody asks for it', () => {
    expect(
      measuresOf(sharesAsked(national), { members: 20, leftOut: 0 }, [cell('employed', 'accepted', 5)]),
    ).toEqual([]);
  });
});
