import { chinaParts, dayOf, formatChina } from '../../../domain/calendar/china-time';
import { daysLeft } from '../../../domain/rules/deadline';
import type { Board } from '../board/board-panel/board';
import { rateView, type RateView } from '../board/board-panel/rate';
import type { ExportJob } from '../roster/roster-panel/view';
import { behindIn, nextTarget, type Behind } from './behind';
import { weekParagraph } from './paragraph';

interface BehindRow extends Behind {
  readonly who: string;
}

export interface FridayView {
  readonly title: string;
  readonly line: string;
  readonly empty: boolean;
  readonly paragraph: string;
  readonly rate: RateView;
  readonly measures: NonNullable<Board['measures']>;
  readonly goal: string;
  readonly goalDays: string;
  readonly behindTitle: string;
  readonly behind: readonly BehindRow[];
  /** To send to those who answer for the places behind; empty where nobody is. */
  readonly chase: string;
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const whoOf = (board: Board, { inCharge }: Behind): string => {
  const office = board.college ? '团支书' : '老师';
  return inCharge.length > 0 ? `${office}${inCharge.join('、')}` : `${office}还没登录`;
};

const chaseText = (behind: readonly Behind[], goal: string): string =>
  behind.length === 0
    ? ''
    : [
        `离${goal}，这几处还差一些，麻烦大家催一下：`,
        ...behind.map(({ name, inCharge, share, missing }) =>
          [
            `${name} ${share}，还差 ${missing} 人`,
            ...(inCharge.length > 0 ? [`@${inCharge.join(' @')}`] : []),
          ].join(' '),
        ),
      ].join('\n');

export const toFridayView = (board: Board): FridayView => {
  const target = nextTarget(board);
  const behind = target ? behindIn(board, target.percent) : [];
  const goal = target ? `${dayOf(target.at)}要到 ${target.percent}%` : '';
  const left = target ? daysLeft(target.at, board.now) : 0;
  return {
    title: `${dayOf(board.now)}，${WEEKDAYS[chinaParts(board.now).weekday] ?? ''}`,
    line: `${board.college?.name ?? '全校'}，数字算到 ${formatChina(board.now, 'HH:mm')}`,
    empty: board.members === 0,
    paragraph: weekParagraph(board),
    rate: rateView(board),
    measures: board.measures ?? [],
    goal,
    goalDays: !target ? '' : left > 0 ? `还有 ${left} 天` : left === 0 ? '就是今天' : `过了 ${-left} 天`,
    behindTitle: target ? `没到 ${target.percent}% 的${board.college ? '支部' : '学院'}` : '',
    behind: behind.map((one) => ({ ...one, who: whoOf(board, one) })),
    chase: chaseText(behind, goal),
  };
};

export interface BookView {
  readonly status: string;
  readonly percent: number;
  readonly running: boolean;
  readonly ready: boolean;
}

/** What became of the workbook; null before it was asked for. */
export const bookView = (job: ExportJob | null): BookView | null =>
  job && {
    status:
      job.state === 'failed'
        ? '没做成，数据都还在，再做一次'
        : job.state === 'done'
          ? `${formatChina(job.createdAt, 'HH:mm')} 做好，留一天`
          : `正在做，看完 ${job.done} / ${job.total} 个支部`,
    percent: job.total > 0 ? Math.round((job.done / job.total) * 100) : 0,
    running: job.state === 'running',
    ready: job.state === 'done',
  };
