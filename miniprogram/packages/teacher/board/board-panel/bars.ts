/** The figures of the board as the bars of its charts. */
import { dayOf, formatChina } from '../../../../domain/calendar/china-time';
import type { PeopleStep } from '../../../../domain/people/steps';
import { wayOf, type Rulebook } from '../../../../domain/rules/rulebook/index';
import { FIGURES } from '../../../../domain/words/figures';
import type { Bar } from '../bar-chart/bar-chart';
import type { Board } from './board';

/** The bar of what the college has done; no step of people, so no list stands behind it. */
export const DECIDED_BAR = 'decided';

/** Where a bar stands for people: at least that far, or standing there now. */
const REACHED: readonly { id: PeopleStep | typeof DECIDED_BAR; label: string }[] = [
  { id: 'login', label: FIGURES.entered.term },
  { id: 'fill', label: FIGURES.chosen.term },
  { id: 'college', label: FIGURES.reported.term },
  { id: DECIDED_BAR, label: FIGURES.decided.term },
  { id: 'card', label: FIGURES.transferred.term },
];

export const funnelBars = ({ funnel, decided }: Board): Bar[] =>
  REACHED.flatMap(({ id, label }) => {
    const value = id === DECIDED_BAR ? decided : funnel.find(({ step }) => step === id)?.reached;
    return value === undefined ? [] : [{ id, label, value, tone: id === 'card' ? 'done' : 'brand' } as const];
  });

export const dayBars = ({ deadlines }: Board, soonDays: number): Bar[] =>
  deadlines.map(({ day, at, count }, index) => {
    const isNamed =
      index === 0 || index === deadlines.length - 1 || (index % 5 === 0 && index < deadlines.length - 2);
    const short = formatChina(at, index > 5 ? 'D日' : 'M月D日');
    return {
      id: String(day),
      label: index === 0 ? '今天' : dayOf(at),
      value: count,
      tone: index <= soonDays ? 'soon' : 'brand',
      axis: isNamed ? (index === 0 ? '今天' : short) : '',
    };
  });

export const wayBars = ({ byWay }: Board, rulebook: Rulebook | undefined): Bar[] =>
  [...byWay]
    .filter(({ started }) => started > 0)
    .sort((a, b) => b.started - a.started)
    .map(({ wayId, started }) => ({
      id: wayId ?? '',
      label: wayId === null ? '由学院办理' : ((rulebook && wayOf(rulebook, wayId)?.shortLabel) ?? '其他去向'),
      value: started,
      tone: 'brand',
    }));

export const trendBars = ({ trend }: Board): Bar[] => {
  let sum = 0;
  return trend.map(({ day, at, transferred }, index) => {
    sum += transferred;
    const label = dayOf(at);
    return {
      id: String(day),
      label,
      value: sum,
      tone: 'brand',
      axis: index === 0 || index === trend.length - 1 ? label : '',
    };
  });
};
