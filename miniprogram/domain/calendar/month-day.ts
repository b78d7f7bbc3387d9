/** Days of the year as rules name them: a month and a day of whichever year is meant. */
import { atChinaTime, dayNumberOf } from './china-time';

/** Months count from 1. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** First millisecond of the day in China, epoch ms. */
export const startOfDay = (year: number, { month, day }: MonthDay): number =>
  atChinaTime(dayNumberOf(year, month, day), 0, 0);

/** Last millisecond of the day in China, epoch ms. */
export const endOfDay = (year: number, { month, day }: MonthDay): number =>
  atChinaTime(dayNumberOf(year, month, day) + 1, 0, 0) - 1;
