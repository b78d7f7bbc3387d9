/** The figures of the board as the bars of its charts. */
import { formatChina } from '../../../../domain/calendar/china-time';
import type { PeopleStep } from '../../../../domain/people/steps';
import { wayOf, type Rulebook } from '../../../../domain/rules/rulebook/index';
import type { Bar } from '../bar-chart/bar-chart';
import type { Board } from './board';

/** Where a bar stands for people: at least that far, or standing there now. */
const REACHED: readonly { step: PeopleStep; label: string }[] = [
  { step: 'login', label: '已进小程序' },
  { step: 'fill', label: '选好去向' },
  { step: 'college', label: '已报学院' },
  { step: 'receiver', label: '学院办好' },
  { step: 'card', label: '已转到' },
];

export const funnelBars = ({ funnel }: Board): Bar[] =>
  REACHED.flatMap(({ step, label }) => {
    const at = funnel.find((one) => one.step === step);
    return at
      ? [{ id: step, label, value: at.reached, tone: step === 'card' ? 'done' : 'brand' } as const]
      : [];
  });

export const dayBars = ({ deadlines }: Board, soonDays: number): Bar[] =>
  deadlines.map(({ day, at, count }, index) => {
    const isNamed =
      index === 0 || index === deadlines.length - 1 || (index % 5 === 0 && index < deadlines.length - 2);
    const short = formatChina(at, index > 5 ? 'D日' : 'M月D日');
    return {
      id: String(day),
      label: index === 0 ? '今天' : formatChina(at, 'M月D日'),
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
      id: wayId,
      label: (rulebook && wayOf(rulebook, wayId)?.shortLabel) ?? '其他去向',
      value: started,
      tone: 'brand',
    }));

export const trendBars = ({ trend }: Board): Bar[] => {
  let sum = 0;
  return trend.map(({ day, at, transferred }, index) => {
    sum += transferred;
    const label = formatChina(at, 'M月D日');
    return {
      id: String(day),
      label,
      value: sum,
      tone: 'brand',
      axis: index === 0 || index === trend.length - 1 ? label : '',
    };
  });
};
