import { shownState, type ShownState } from '../../../miniprogram/domain/transfer/shown-state';
import type { Transfer } from '../store/records';
import { timelineOf } from '../store/records/timeline';

/** What a stored transfer's tag says. */
export const shownOf = (transfer: Transfer | undefined): ShownState =>
  shownState(transfer && { ...transfer, timeline: timelineOf(transfer) });
