/** Whether the time somebody says they handed in on 智慧团建 can be right: it starts the receiver's days. */
import { MINUTE_MS, chinaDay } from '../calendar/china-time';

/** A phone's clock and ours may differ. */
const MAX_CLOCK_SKEW_MS = 5 * MINUTE_MS;
/** China calendar days before the season opened; more are the slip of a year. */
const MOST_DAYS_BEFORE_SEASON = 366;
/** After so many China calendar days nobody still hands in here what they have started there. */
const USUAL_DAYS = 60;

export interface InitiatedAtFacts {
  readonly now: number;
  readonly seasonOpenedAt: number;
}

/**
 * `future` and `long-ago` are refused. `odd` can be right: before the season opened, or months ago; whoever typed it is
 * asked once more.
 */
export const judgeInitiatedAt = (
  initiatedAt: number,
  { now, seasonOpenedAt }: InitiatedAtFacts,
): 'fine' | 'odd' | 'future' | 'long-ago' => {
  if (initiatedAt > now + MAX_CLOCK_SKEW_MS) return 'future';
  const beforeSeason = chinaDay(seasonOpenedAt) - chinaDay(initiatedAt);
  if (beforeSeason > MOST_DAYS_BEFORE_SEASON) return 'long-ago';
  return beforeSeason > 0 || chinaDay(now) - chinaDay(initiatedAt) > USUAL_DAYS ? 'odd' : 'fine';
};
