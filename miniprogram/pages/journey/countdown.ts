import { dayOf, formatChina } from '../../domain/calendar/china-time';
import { daysLeft, isOverdue } from '../../domain/rules/deadline';
import type { Facts } from './facts';

export interface Countdown {
  readonly days: number;
  readonly overdue: boolean;
  /** The big number, or “今天”. */
  readonly number: string;
  readonly unit: string;
  readonly tone: 'brand' | 'soon' | 'stop';
  /** The same in one phrase. */
  readonly words: string;
}

/** @param soonDays from how many days left a deadline counts as soon */
export const countdownOf = (deadlineAt: number, now: number, soonDays: number): Countdown => {
  const days = daysLeft(deadlineAt, now);
  const overdue = isOverdue(deadlineAt, now);
  const said = (number: string, unit: string, tone: Countdown['tone'], words: string): Countdown => ({
    days,
    overdue,
    number,
    unit,
    tone,
    words,
  });
  if (overdue && days >= 0) return said('今天', '已到期', 'stop', '今天已到期');
  if (days < 0) return said(String(-days), '天前到期', 'stop', `${-days} 天前到期`);
  if (days === 0) return said('今天', '截止', 'soon', '今天截止');
  return said(String(days), '天', days <= soonDays ? 'soon' : 'brand', `还剩 ${days} 天`);
};

export interface Strip {
  readonly total: number;
  readonly left: number;
  readonly from: string;
  readonly to: string;
}

/** The receiver clock of the current attempt; null when none runs or it has run out. */
export const stripOf = (facts: Facts, to: string): Strip | null => {
  const { transfer, now, clock } = facts;
  if (!transfer?.deadlineAt || !transfer.initiatedAt || isOverdue(transfer.deadlineAt, now)) return null;
  const left = daysLeft(transfer.deadlineAt, now);
  return {
    total: Math.max(left, clock?.days ?? 0),
    left,
    from: `${dayOf(transfer.initiatedAt)} 发起`,
    to: `${formatChina(transfer.deadlineAt, to)} 截止`,
  };
};
