import { formatChina } from '../../../../domain/calendar/china-time';
import type { Response } from '../../../../contract';

type Seasons = Response<'teacher', 'seasons'>['seasons'];

export interface SeasonRow {
  readonly id: string;
  readonly name: string;
  readonly line: string;
  readonly isPurged: boolean;
}

const day = (at: number): string => formatChina(at, 'YYYY年M月D日');

/** Seasons that are over; the open one is nobody's past yet. */
export const pastRows = (seasons: Seasons): SeasonRow[] =>
  seasons
    .filter(({ isOpen }) => !isOpen)
    .map(({ id, name, deadlineAt, purgedAt }) => ({
      id,
      name,
      line: purgedAt === null ? `${day(deadlineAt)}截止，资料还留着` : `${day(purgedAt)}清理过`,
      isPurged: purgedAt !== null,
    }));
