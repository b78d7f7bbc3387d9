/** Between which days of the season's year a route is open. */
import type { MonthDay } from '../../calendar/month-day';

export interface RouteWindow {
  /** First day on which it can be started; null is always. */
  readonly opens: MonthDay | null;
  /** Last day by which it has to be started; null follows the season. */
  readonly deadline: MonthDay | null;
  readonly source: string;
}
