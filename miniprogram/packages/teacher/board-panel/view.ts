import { formatChina } from '../../../domain/china-time';
import type { Request, Response } from '../../../domain/contract';
import type { PeopleStep, WayId } from '../../../domain/model';
import { wayOf, type Rulebook } from '../../../domain/rulebook';
import type { Bar } from '../bar-chart/bar-chart';

export type Board = Response<'teacher', 'board'>;
export type PeopleFilter = Request<'teacher', 'people'>['filter'];

/** Where a bar stands for people: at least that far, or standing there now. */
const REACHED: readonly { step: PeopleStep; label: string }[] = [
  { step: 'login', label: '已进小程序' },
  { step: 'fill', label: '选好去向' },
  { step: 'college', label: '已报学院' },
  { step: 'receiver', label: '学院办好' },
  { step: 'card', label: '已转到' },
];

/** A step by what the person there still has to do. */
export const STEP_LABELS: Record<PeopleStep, string> = {
  bind: '还没进小程序',
  login: '还没登录智慧团建',
  choose: '还没选去向',
  fill: '正在填写',
  college: '等学院办',
  receiver: '等对方接收',
  card: '等办《团员证》',
  done: '全部办完',
};

/** Ways in the words of an axis, at most five letters. */
const WAY_SHORT: Record<WayId, string> = {
  'no-organisation': '街道乡镇',
  employed: '工作单位',
  'further-study': '升学',
  'study-abroad': '出国深造',
  'work-abroad': '出国工作',
  army: '参军入伍',
  confidential: '保密机构',
  deferred: '延迟毕业',
};

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
}

export interface PartRow {
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
  readonly funnel: readonly Bar[];
  readonly absent: number;
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

const percentText = (percent: number): string => String(Math.round(percent * 10) / 10);

/** How many are missing to a target; the formula is transferred ÷ members. */
const missingTo = ({ members, transferred }: Board['rate'], percent: number): number =>
  Math.max(0, Math.ceil((members * percent) / 100 - 1e-9) - transferred);

const targetLabel = (at: number, percent: number): string => {
  const day = Number(formatChina(at, 'D'));
  const when = day >= 28 ? `${formatChina(at, 'M月')}底` : formatChina(at, 'M月D日');
  return `${when} ${percent}%`;
};

export const rateView = ({ rate }: Board): RateView => {
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
    line: `${rate.members} 人里已转到 ${rate.transferred} 人`,
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
  };
};

const funnelBars = ({ funnel }: Board): Bar[] =>
  REACHED.flatMap(({ step, label }) => {
    const at = funnel.find((one) => one.step === step);
    return at
      ? [{ id: step, label, value: at.reached, tone: step === 'card' ? 'done' : 'brand' } as const]
      : [];
  });

const dayBars = ({ deadlines }: Board, soonDays: number): Bar[] =>
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

const wayBars = ({ byWay }: Board, rulebook: Rulebook | undefined): Bar[] =>
  [...byWay]
    .filter(({ started }) => started > 0)
    .sort((a, b) => b.started - a.started)
    .map(({ wayId, started }) => ({
      id: wayId,
      label: WAY_SHORT[wayId] ?? (rulebook && wayOf(rulebook, wayId)?.label) ?? wayId,
      value: started,
      tone: 'brand',
    }));

const trendBars = ({ trend }: Board): Bar[] => {
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

const partRow = (one: Board['byBranch'][number], target: number | undefined): PartRow => {
  const percent = one.members > 0 ? Math.round((one.transferred / one.members) * 100) : 0;
  const goal = target ?? 100;
  return {
    id: one.id,
    name: one.name.replace(/团支部$/, ''),
    percent,
    share: `${one.transferred}/${one.members}`,
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
  const trend = trendBars(board);
  const sum = (bars: readonly Bar[]): number => bars.reduce((total, { value }) => total + value, 0);
  const arrived = trend[trend.length - 1]?.value ?? 0;
  return {
    title: board.college?.name ?? '全校',
    asOf: formatChina(board.now, 'M月D日 HH:mm'),
    empty: board.members === 0,
    members: board.members,
    rate: rateView(board),
    funnel: funnelBars(board),
    absent: board.funnel.find(({ step }) => step === 'bind')?.here ?? 0,
    days,
    daysTotal: sum(days),
    // Today's column stands before those of the coming days.
    daysTitle: `接下来 ${Math.max(0, days.length - 1)} 天到期`,
    soonTotal: sum(days.slice(0, soonDays + 1)),
    soonDays,
    ways: wayBars(board, rulebook),
    chosen: sum(wayBars(board, rulebook)),
    trend,
    trendLine: trend.length > 1 ? `一共 ${arrived} 人` : '',
    partsTitle: board.college ? '各支部' : '各学院',
    parts: partRows(board),
  };
};

/** The people behind a bar or a row. */
export const filterOf = (chart: 'funnel' | 'absent' | 'day' | 'way' | 'branch', id: string): PeopleFilter => {
  switch (chart) {
    case 'funnel':
      return { by: 'reached', step: id as PeopleStep };
    case 'absent':
      return { by: 'step', step: id as PeopleStep };
    case 'day':
      return { by: 'deadlineDay', day: Number(id) };
    case 'way':
      return { by: 'way', wayId: id as WayId };
    case 'branch':
      return { by: 'branch', branchId: id };
  }
};

/** What counting anew has come to. */
export const sayRecount = ({ repaired }: Response<'teacher', 'recountBoard'>): string =>
  repaired > 0 ? '重新统计好了，数字已改正' : '重新统计过了，数字都对';
