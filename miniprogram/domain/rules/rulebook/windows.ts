/** Between which days of the season's year a route is open. */
import { endOfDay, startOfDay, type MonthDay } from '../../calendar/month-day';

export interface RouteWindow {
  /** First day on which it can be started; null is always. */
  readonly opens: MonthDay | null;
  /** Last day by which it has to be started; null follows the season. */
  readonly deadline: MonthDay | null;
  readonly source: string;
}

/**
 * When a route opens that is not open yet, epoch ms; null where it is.
 *
 * @param year the season's
 */
export const opensLaterAt = (window: RouteWindow | null, year: number, now: number): number | null => {
  const at = window?.opens ? startOfDay(year, window.opens) : null;
  return at !== null && at > now ? at : null;
};

/**
 * By when a route has to be started, epoch ms: its own last day, else that of the season.
 *
 * @param season `year`: the season's; `deadlineAt`: as it holds for the person
 */
export const startBy = (
  window: RouteWindow | null | undefined,
  { year, deadlineAt }: { readonly year: number | null; readonly deadlineAt: number },
): number => (window?.deadline && year !== null ? endOfDay(year, window.deadline) : deadlineAt);
