import type { Response } from '../../../miniprogram/contract';
import { stateFigures } from '../../../miniprogram/domain/people/figures';
import { PEOPLE_STEPS, type PeopleStep } from '../../../miniprogram/domain/people/steps';
import { TRANSFER_STATES } from '../../../miniprogram/domain/transfer/states';
import type { Rulebook, WayRule } from '../../../miniprogram/domain/rules/rulebook';
import { STEP_OF_STATE } from '../../../miniprogram/domain/people/people-step';
import type { MemberCounts } from './load';
import { isCollegeAffair } from '../../../miniprogram/domain/transfer/lifecycle';
import { sumOf, type Totals } from './totals';

type Board = Response<'teacher', 'board'>;

/** How many stand at each step, and how many have come at least that far. */
export const funnelOf = ({ cells }: Totals, members: MemberCounts): Board['funnel'] => {
  const idle: Partial<Record<PeopleStep, number>> = members;
  const here = PEOPLE_STEPS.map(
    (step) => (idle[step] ?? 0) + sumOf(cells, ({ state }) => STEP_OF_STATE[state] === step),
  );
  return PEOPLE_STEPS.map((step, index) => ({
    step,
    here: here[index] ?? 0,
    reached: here.slice(index).reduce((sum, count) => sum + count, 0),
  }));
};

export const byStateOf = ({ cells }: Totals): Board['byState'] =>
  TRANSFER_STATES.map((state) => ({ state, count: sumOf(cells, (cell) => cell.state === state) }));

/** Fewer people than this on a way the college handles could be told by name. */
const FEW = 5;

type Figures = Board['byWay'][number];

/** What only the college may know: an employer that must not be named, and groups so small that they name people. */
const isUntold = ({ routes }: WayRule, started: number): boolean =>
  routes.some(({ handledBy, receiver }) => handledBy === 'graduate' && receiver === null) ||
  (started < FEW && routes.some(isCollegeAffair));

/** The ways as a committee sees them: those it is not told apart become one, last. */
export const folded = (figures: Board['byWay'], { ways }: Pick<Rulebook, 'ways'>): Board['byWay'] => {
  const isFolded = ({ wayId, started }: Figures): boolean => {
    const way = ways.find(({ id }) => id === wayId);
    return started > 0 && (way === undefined || isUntold(way, started));
  };
  const hidden = figures.filter(isFolded);
  if (hidden.length === 0) return figures;
  const sum = (of: 'started' | 'transferred') => hidden.reduce((all, one) => all + one[of], 0);
  const kept = figures.map((one) => (isFolded(one) ? { ...one, started: 0, transferred: 0 } : one));
  return [...kept, { wayId: null, started: sum('started'), transferred: sum('transferred') }];
};

const isOffered = ({ routes }: WayRule): boolean => routes.some(({ closed }) => !closed);

/** The ways the season's rulebook offers, in its order, then the others that somebody is on. */
export const byWayOf = ({ cells }: Totals, { ways }: Pick<Rulebook, 'ways'>): Board['byWay'] =>
  [...new Set([...ways.filter(isOffered).map(({ id }) => id), ...cells.map(({ wayId }) => wayId)])].map(
    (wayId) => {
      const { started, transferred } = stateFigures(cells.filter((cell) => cell.wayId === wayId));
      return { wayId, started, transferred };
    },
  );
