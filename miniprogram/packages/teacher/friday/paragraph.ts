/** 发到工作群的一段: the board's figures as sentences. */
import { chinaDay, dayOf } from '../../../domain/calendar/china-time';
import { missingTo } from '../../../domain/people/rate';
import { notSubmitted, stateFigures } from '../../../domain/people/figures';
import { FIGURES } from '../../../domain/words/figures';
import type { Board } from '../board/board-panel/board';
import { behindIn, nextTarget } from './behind';

const OPEN_PARTS = ['withReceiver', 'withCollege', 'stuck', 'notSubmitted'] as const;
/** So many places are named; more would be a list. */
const MOST_NAMED = 2;
const WEEK = 7;

const arrivedSince = ({ trend, now }: Board, days: number): number =>
  trend.reduce((sum, { day, transferred }) => sum + (day > chinaDay(now) - days ? transferred : 0), 0);

/** Whoever has not arrived, by what they wait for; together they are all of them. */
const openParts = (board: Board): string => {
  const figures = stateFigures(board.byState);
  const open = board.members - figures.transferred;
  if (open <= 0) return '';
  const counts = { ...figures, notSubmitted: notSubmitted(board.members, figures) };
  const parts = OPEN_PARTS.filter((part) => counts[part] > 0);
  return `还没转到的 ${open} 人里，${parts.map((part) => `${FIGURES[part].term} ${counts[part]} 人`).join('，')}。`;
};

const goalPart = (board: Board): string => {
  const target = nextTarget(board);
  if (!target) return '';
  const goal = `${dayOf(target.at)} ${target.percent}%`;
  const missing = missingTo(board.rate, target.percent);
  if (missing === 0) return `已经达到 ${goal}。`;
  const named = behindIn(board, target.percent).slice(0, MOST_NAMED);
  const where = named.length > 0 ? `，主要在${named.map(({ name }) => name).join('和')}` : '';
  return `离 ${goal} 还差 ${missing} 人${where}。`;
};

const measuresPart = ({ measures = [] }: Board): string =>
  measures
    .map((one) => `${one.label} ${one.percent}%（${one.members} 人里 ${one.transferred} 人）。`)
    .join('');

export const weekParagraph = (board: Board): string => {
  const { rate, now, college } = board;
  const week = arrivedSince(board, WEEK);
  const leftOut = (rate.leftOut ?? 0) > 0 ? `（另有 ${rate.leftOut} 人按规定不计入）` : '';
  return [
    `${college?.name ?? '全校'} ${dayOf(now)}：毕业生团员 ${rate.members} 人${leftOut}，`,
    `已转到 ${rate.transferred} 人，转接率 ${rate.percent}%`,
    week > 0 ? `，最近 ${WEEK} 天转到 ${week} 人。` : '。',
    openParts(board),
    measuresPart(board),
    goalPart(board),
  ].join('');
};
