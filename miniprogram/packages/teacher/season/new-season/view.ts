import { yearsToOpen } from '../../../../domain/rules/season-rules';
import { OFFERED_RULEBOOKS } from '../../../../rulebooks/index';

/** Years a season can be opened for by at least one set of rules, but not the open one's. */
export const yearsOffered = (now: number, seasonId: string): string[] => {
  const years = OFFERED_RULEBOOKS.flatMap((rulebook) => yearsToOpen(rulebook, seasonId || null, now));
  return [...new Set(years)]
    .sort()
    .map(String)
    .filter((id) => id !== seasonId);
};

export const nameOf = (year: string): string => `${year}届毕业季`;
