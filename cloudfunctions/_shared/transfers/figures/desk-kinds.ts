/** What of the college's queue is a transfer: one rule for the queue's pages and for the counters beside them. */
import { DESK_KINDS, type DeskKind } from '../../../../miniprogram/domain/people/queue-kinds';
import type { TransferState } from '../../../../miniprogram/domain/transfer/states';
import type { Transfer } from '../../store/records';

type Waiting = {
  readonly state: TransferState;
  /** Where some wait for somebody else in the same state: for the secretary, or for the graduate's part. */
  readonly waitsFor?: 'college';
};

/** How a transfer stands that asks this of the college. */
export const WAITING_AS: Readonly<Record<DeskKind, Waiting>> = {
  approval: { state: 'submitted', waitsFor: 'college' },
  registration: { state: 'registered' },
  refusal: { state: 'refused' },
  timeout: { state: 'timedOut' },
  // Online all is done; a letter has to be written, or another step on paper is the college's.
  paper: { state: 'accepted', waitsFor: 'college' },
};

/** Undefined where nothing is asked of the college. */
export const deskKindOf = (transfer: Pick<Transfer, 'state' | 'waitsFor'>): DeskKind | undefined =>
  DESK_KINDS.find((kind) => {
    const { state, waitsFor = transfer.waitsFor } = WAITING_AS[kind];
    return transfer.state === state && transfer.waitsFor === waitsFor;
  });
