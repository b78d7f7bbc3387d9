/** The rate the school is asked for, and how far the next target is. */
import { dayOf, formatChina } from '../../../../domain/calendar/china-time';
import { missingTo } from '../../../../domain/people/rate';
import type { Board } from './board';

export interface RateView {
  readonly percent: string;
  readonly width: number;
  readonly line: string;
  readonly gap: string;
  readonly gapSoon: boolean;
  readonly marks: readonly {
    readonly left: number;
    readonly label: string;
    readonly met: boolean;
    readonly below: boolean;
  }[];
  readonly aria: string;
  /** What the rules have counted beside it, one line each. */
  readonly others: readonly { readonly label: string; readonly percent: string; readonly line: string }[];
}

const percentText = (percent: number): string => String(Math.round(percent * 10) / 10);

/** Said only where somebody is left out: the members of the funnel above are more than these. */
const line = ({ members, transferred, leftOut = 0 }: Board['rate']): string =>
  `${members} 人里已转到 ${transferred} 人${leftOut > 0 ? `，另有 ${leftOut} 人按规定不计入` : ''}`;

const targetLabel = (at: number, percent: number): string => {
  const day = Number(formatChina(at, 'D'));
  const when = day >= 28 ? `${formatChina(at, 'M月')}底` : dayOf(at);
  return `${when} ${percent}%`;
};

export const rateView = ({ rate, measures = [] }: Pick<Board, 'rate' | 'measures'>): RateView => {
  const next = rate.targets.find(({ met }) => !met);
  const gap = next
    ? `到 ${next.percent}% 还差 ${missingTo(rate, next.percent)} 人`
    : rate.targets.length > 0
      ? '目标都达到了'
      : '';
  const percent = percentText(rate.percent);
  return {
    percent,
    width: Math.min(100, rate.percent),
    line: line(rate),
    gap,
    gapSoon: next !== undefined,
    marks: rate.targets.map((target, index) => ({
      left: target.percent,
      label: targetLabel(target.at, target.percent),
      met: target.met,
      // Marks lie close together: every other one is named below the bar.
      below: index % 2 === 1,
    })),
    aria: [`转接率 ${percent}%`, gap].filter(Boolean).join('，'),
    others: measures.map((one) => ({
      label: one.label,
      percent: `${percentText(one.percent)}%`,
      line: `${one.members} 人里 ${one.transferred} 人`,
    })),
  };
};
