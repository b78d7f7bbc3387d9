import { pendingApprovals } from '../../../miniprogram/domain/transfer/approving';
import { shownState, type ShownState } from '../../../miniprogram/domain/transfer/shown-state';
import type { Approver } from '../../../miniprogram/domain/rules/rulebook/approvals';
import type { Transfer } from '../store/records';
import { timelineOf } from '../store/records/timeline';

/** Approvals still to come, or that never came. Whether the branch has a secretary is asked again where somebody approves. */
export const pendingOf = ({ state, approvals, waitsFor }: Transfer): Approver[] =>
  state === 'submitted' || state === 'lapsed' ? pendingApprovals(approvals, waitsFor === 'secretary') : [];

/** What a stored transfer's tag says. */
export const shownOf = (transfer: Transfer | undefined): ShownState =>
  shownState(transfer && { ...transfer, pending: pendingOf(transfer), timeline: timelineOf(transfer) });
