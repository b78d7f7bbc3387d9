/**
 * Order of what waits for a college, as texts that sort: what is overdue or stopped somebody, then whose clock ends
 * first, then who has waited longest.
 */
import { chinaDay } from '../../../../miniprogram/domain/calendar/china-time';
import { isClockRunning } from '../../../../miniprogram/domain/transfer/lifecycle';
import type { InferOutput } from 'valibot';
import type { transferRecord } from './transfer';

type Transfer = InferOutput<typeof transferRecord>;

const DIGITS = 13;
const padded = (at: number): string => String(Math.max(0, at)).padStart(DIGITS, '0');

/** By an instant that matters by the hour; one already past comes before everything still running. */
export const timedQueueKeyOf = (at: number, id: string): string => `0:${padded(at)}:${id}`;

/** The place of a transfer, unique by the id at its end, so a page can continue exactly where another ended. */
export const queueKeyOf = ({
  _id: id,
  state,
  deadlineAt,
  waitingSince,
}: Pick<Transfer, '_id' | 'state' | 'deadlineAt' | 'waitingSince'>): string => {
  // Who was refused is stopped since then, as after a deadline.
  const at = state === 'refused' ? waitingSince : deadlineAt;
  return at === null ? `1:${padded(waitingSince)}:${id}` : timedQueueKeyOf(at, id);
};

/** Nobody waits for it by the hour: after everything with a time. */
export const lastQueueKeyOf = (order: string, id: string): string => `2:${order}:${id}`;

/** China day on which the receiver clock ends, while it runs. */
export const deadlineDayOf = (transfer: Pick<Transfer, 'state' | 'deadlineAt'>): number | null => {
  const { state, deadlineAt } = transfer;
  return deadlineAt !== null && isClockRunning(state) ? chinaDay(deadlineAt) : null;
};
