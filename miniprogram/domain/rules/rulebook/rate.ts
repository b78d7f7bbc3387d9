/** 转接率: what colleges are measured by. Whom it leaves out is a trait of the route (`counts`). */
import type { MonthDay } from '../../calendar/month-day';
import type { WayRule } from './ways';

interface RateTarget extends MonthDay {
  /** To be reached by the end of that day of the season's year. */
  readonly percent: number;
}

export interface RateRules {
  readonly targets: readonly RateTarget[];
  readonly source: string;
}

/** Whether 转接率 leaves out whoever took this way. The counters know ways alone, so the routes of one way agree. */
export const isOutOfRate = ({ routes }: WayRule): boolean => routes.every(({ counts }) => !counts);
