import { falseIds } from '../../../miniprogram/domain/reminding/told-ids';
import type { Transfer } from '../store/records';
import { timelineOf } from '../store/records/timeline';

/** Ids, as in `planId`, of messages about these transfers that say what was taken back since. */
export const untrueOf = (transfers: readonly (Transfer | undefined)[]): ReadonlySet<string> =>
  new Set(
    transfers.flatMap((transfer) =>
      transfer ? [...falseIds({ id: transfer._id, timeline: timelineOf(transfer) })] : [],
    ),
  );
