/** What 对账 calls its kinds of differences, on the page and in the exported list. */
import type { FindingKind } from '../people/reconcile/findings';

export const DIFFERENCE_WORDS: Readonly<Record<FindingKind | 'unknown' | 'same-name', string>> = {
  arrived: '这次确认的人',
  'left-unsaid': '系统里已不在本支部',
  'still-here': '系统里还在、这里写已转到',
  refused: '系统里写着被退回',
  lapsed: '系统里写着到期退回',
  'not-started': '这里提交了、系统里没有',
  'not-handed-in': '系统里在办、这里没提交',
  unknown: '系统里有、名单没有',
  'same-name': '同名要看一眼',
};

/** What a line of the transfers out says of somebody. */
export const LISTED_WORDS = {
  arrived: '已转到',
  refused: '被退回',
  lapsed: '系统退回',
  waiting: '等接收',
} as const;
