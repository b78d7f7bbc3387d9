/** Who starts a transfer, who lets it go, and until when it can be taken back. */
import { endOfDay, type MonthDay } from '../../calendar/month-day';

/** Who approves on the way out. A route names them in their order. */
export const APPROVERS = ['secretary', 'college'] as const;
export type Approver = (typeof APPROVERS)[number];

/** Who may start it in the system. */
export const INITIATORS = ['graduate', 'secretary', 'college', 'receiver'] as const;
export type Initiator = (typeof INITIATORS)[number];

/** Whether the graduate can still take back what the school has approved. */
export interface Withdrawal {
  /** approved: only before the school has approved; decided: until the receiver acts. */
  readonly until: 'approved' | 'decided';
  /** Last day of the season's year on which it is possible at all; null is always. */
  readonly lastDay: MonthDay | null;
  readonly source: string;
}

/**
 * Whether what the school has let go can still be revoked.
 *
 * @param year the season's
 */
export const isRevocable = ({ until, lastDay }: Withdrawal, year: number, now: number): boolean =>
  until === 'decided' && (lastDay === null || now <= endOfDay(year, lastDay));
