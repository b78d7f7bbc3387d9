import {
  atChinaTime,
  chinaDay,
  chinaParts,
  dayNumberOf,
} from '../../../miniprogram/domain/calendar/china-time';
import type { Response } from '../../../miniprogram/contract';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import { isOutOfRate } from '../../../miniprogram/domain/rules/rulebook/rate';
import { daysRange } from '../../../miniprogram/domain/rules/rulebook/timeouts';
import { rateOf } from '../../../miniprogram/domain/people/rate';
import type { CurrentSeason } from '../../_shared/season/season';
import { figuresOf, type Totals } from './totals';

type Board = Response<'teacher', 'board'>;

const startOf = (day: number): number => atChinaTime(day, 0, 0);

/** One column for today and each of the next days a receiver may take. */
export const deadlinesOf = (
  { deadlines }: Totals,
  { timeouts }: Pick<Rulebook, 'timeouts'>,
  now: number,
): Board['deadlines'] =>
  Array.from({ length: (daysRange(timeouts)?.most ?? 0) + 1 }, (_, offset) => chinaDay(now) + offset).map(
    (day) => ({
      day,
      at: startOf(day),
      count: deadlines.get(day) ?? 0,
    }),
  );

/** Ways whose people the rate leaves out once they are recorded; until then the college is measured by them too. */
export const outsideRate = ({ ways }: Pick<Rulebook, 'ways'>): string[] =>
  ways.filter(isOutOfRate).map(({ id }) => id);

/** What is to be reached by when: the end of that China day, oldest first. */
export const targetsOf = (
  { rate }: Pick<Rulebook, 'rate'>,
  season: Pick<CurrentSeason, 'deadlineAt'>,
): { at: number; percent: number }[] => {
  const { year } = chinaParts(season.deadlineAt);
  return rate.targets.map(({ month, day, percent }) => ({
    at: startOf(dayNumberOf(year, month, day) + 1) - 1,
    percent,
  }));
};

/** 转接率, and whether it meets what the rulebook says is to be reached until when. */
export const rateView = (
  { cells }: Totals,
  members: number,
  {
    rulebook,
    season,
  }: { rulebook: Pick<Rulebook, 'rate' | 'ways'>; season: Pick<CurrentSeason, 'deadlineAt'> },
): Board['rate'] => {
  const figures = { members, ...figuresOf(cells, outsideRate(rulebook)) };
  const rate = rateOf(figures);
  const targets = targetsOf(rulebook, season).map((target) => ({
    ...target,
    met: rate.percent >= target.percent,
  }));
  return { ...rate, leftOut: figures.leftOut, targets };
};

export const trendOf = ({ submitted, arrived }: Totals): Board['trend'] =>
  [...new Set([...submitted.keys(), ...arrived.keys()])]
    .sort((a, b) => a - b)
    .map((day) => ({
      day,
      at: startOf(day),
      submitted: submitted.get(day) ?? 0,
      transferred: arrived.get(day) ?? 0,
    }));
