import { chinaParts } from '../../../domain/china-time';

/** Whose graduation a season may be about: this year's or the next one's, but not the open one's. */
export const yearsToOpen = (now: number, seasonId: string): string[] => {
  const { year } = chinaParts(now);
  return [year, year + 1].map(String).filter((id) => id !== seasonId);
};

export const nameOf = (year: string): string => `${year}届毕业季`;
