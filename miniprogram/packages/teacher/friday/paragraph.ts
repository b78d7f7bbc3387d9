/** 发到工作群的一段: the board's figures as sentences. */
import { chinaDay, dayOf } from '../../../domain/calendar/china-time';
import { missingTo } from '../../../domain/people/rate';
import { ARRIVED_STATES, STUCK_STATES } from '../../../domain/people/people-step';
import type { TransferState } from '../../../domain/transfer/states';
import type { Board } from '../board/board-panel/board';
import { behindIn, nextTarget } from './behind';

const WITH_THE_COLLEGE: readonly TransferState[] = ['submitted', 'registered'];
const WITH_THE_RECEIVER: readonly TransferState[] = ['approved'];
/** So many places are named; more would be a list. */
const MOST_NAMED = 2;
const WEEK = 7;

const sumOf = ({ byState }: Board, states: readonly TransferState[]): number =>
  byState.reduce((sum, { state, count }) => sum + (states.includes(state) ? count : 0), 0);

const arrivedSince = ({ trend, now }: Board, days: number): number =>
  trend.reduce((sum, { day, transferred }) => sum + (day > chinaDay(now) - days ? transferred : 0), 0);

/** Whoever has not arrived, by what they wait for; together they are all of them. */
const openParts = (board: Board): string => {
  const open = board.members - sumOf(board, ARRIVED_STATES);
  if (open <= 0) return '';
  const receiver = sumOf(board, WITH_THE_RECEIVER);
  const college = sumOf(board, WITH_THE_COLLEGE);
  const stuck = sumOf(board, STUCK_STATES);
  const parts = [
    { label: '等对方接收', count: receiver },
    { label: '等审批或登记', count: college },
    { label: '要再办一次', count: stuck },
    { label: '没提交', count: open - receiver - college - stuck },
  ].filter(({ count }) => count > 0);
  return `还没转到的 ${open} 人里，${parts.map(({ label, count }) => `${label} ${count} 人`).join('，')}。`;
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

export const weekParagraph = (board: Board): string => {
  const { rate, now, college } = board;
  const week = arrivedSince(board, WEEK);
  const leftOut = (rate.leftOut ?? 0) > 0 ? `（另有 ${rate.leftOut} 人按规定不计入）` : '';
  return [
    `${college?.name ?? '全校'} ${dayOf(now)}：毕业生团员 ${rate.members} 人${leftOut}，`,
    `已转到 ${rate.transferred} 人，转接率 ${rate.percent}%`,
    week > 0 ? `，最近 ${WEEK} 天转到 ${week} 人。` : '。',
    openParts(board),
    goalPart(board),
  ].join('');
};
