import { momentOf } from '../../../../domain/calendar/china-time';
import type { Response } from '../../../../contract';
import { rateOf } from '../../../../domain/people/rate';
import { PEOPLE_STEPS, type PeopleStep } from '../../../../domain/people/steps';
import type { Rulebook } from '../../../../domain/rules/rulebook';
import type { Bar } from '../bar-chart/bar-chart';
import { dayBars, funnelBars, trendBars, wayBars } from './bars';
import type { Board, PeopleFilter } from './board';
import { rateView, type RateView } from './rate';

interface PartRow {
  readonly id: string;
  readonly name: string;
  readonly percent: number;
  readonly share: string;
  readonly tone: 'brand' | 'soon' | 'done';
  readonly stuck: number;
}

export interface BoardView {
  readonly title: string;
  readonly asOf: string;
  readonly empty: boolean;
  readonly members: number;
  readonly rate: RateView;
  /** What the definitions say beside those of every board. */
  readonly measures: NonNullable<Board['measures']>;
  readonly funnel: readonly Bar[];
  readonly absent: number;
  /** People of earlier seasons who are not through. */
  readonly earlier: number;
  readonly days: readonly Bar[];
  readonly daysTotal: number;
  readonly daysTitle: string;
  readonly soonTotal: number;
  readonly soonDays: number;
  readonly ways: readonly Bar[];
  readonly chosen: number;
  readonly trend: readonly Bar[];
  readonly trendLine: string;
  readonly partsTitle: string;
  readonly parts: readonly PartRow[];
}

const partRow = (one: Board['byBranch'][number], target: number | undefined): PartRow => {
  const rate = rateOf(one);
  const percent = Math.round(rate.percent);
  const goal = target ?? 100;
  return {
    id: one.id,
    name: one.name.replace(/团支部$/, ''),
    percent,
    share: `${rate.transferred}/${rate.members}`,
    tone: percent >= goal ? 'done' : percent <= goal * 0.6 ? 'soon' : 'brand',
    stuck: one.stuck,
  };
};

/** Branches of a college, or colleges; the lowest first, as they need somebody. */
const partRows = (board: Board): PartRow[] => {
  const target = board.rate.targets.find(({ met }) => !met)?.percent ?? board.rate.targets[0]?.percent;
  return (board.college ? board.byBranch : board.byCollege)
    .map((one) => partRow(one, target))
    .sort((a, b) => a.percent - b.percent || a.name.localeCompare(b.name, 'zh'));
};

/** The figures as charts and lists. */
export const toBoardView = (board: Board, rulebook: Rulebook | undefined): BoardView => {
  const soonDays = rulebook?.soonDays ?? 0;
  const days = dayBars(board, soonDays);
  const ways = wayBars(board, rulebook);
  const trend = trendBars(board);
  const sum = (bars: readonly Bar[]): number => bars.reduce((total, { value }) => total + value, 0);
  const arrived = trend[trend.length - 1]?.value ?? 0;
  return {
    title: board.college?.name ?? '全校',
    asOf: momentOf(board.now),
    empty: board.members === 0,
    members: board.members,
    rate: rateView(board),
    measures: board.measures ?? [],
    funnel: funnelBars(board),
    absent: board.funnel.find(({ step }) => step === 'bind')?.here ?? 0,
    earlier: board.earlier ?? 0,
    days,
    daysTotal: sum(days),
    // Today's column stands before those of the coming days.
    daysTitle: `接下来 ${Math.max(0, days.length - 1)} 天到期`,
    soonTotal: sum(days.slice(0, soonDays + 1)),
    soonDays,
    ways,
    chosen: sum(ways),
    trend,
    trendLine: trend.length > 1 ? `一共 ${arrived} 人` : '',
    partsTitle: board.college ? '各支部' : '各学院',
    parts: partRows(board),
  };
};

/** A bar of the funnel is named by its step. */
const stepNamed = (id: string): PeopleStep => PEOPLE_STEPS.find((step) => step === id) ?? PEOPLE_STEPS[0];

/** The people behind a bar or a row. */
export const filterOf = (
  chart: 'funnel' | 'absent' | 'day' | 'way' | 'branch' | 'earlier',
  id: string,
): PeopleFilter => {
  switch (chart) {
    case 'funnel':
      return { by: 'reached', step: stepNamed(id) };
    case 'absent':
      return { by: 'step', step: stepNamed(id) };
    case 'day':
      return { by: 'deadlineDay', day: Number(id) };
    case 'way':
      return { by: 'way', wayId: id };
    case 'branch':
      return { by: 'branch', branchId: id };
    case 'earlier':
      return { by: 'earlier' };
  }
};

/** What counting anew has come to. */
export const sayRecount = ({ repaired }: Response<'teacher', 'recountBoard'>): string =>
  repaired > 0 ? '重新统计好了，数字已改正' : '重新统计过了，数字都对';
