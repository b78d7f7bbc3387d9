/** What of the college's queue is a transfer: one rule for the queue's pages and for the counters beside them. */
import { DESK_KINDS, type DeskKind } from '../../../../miniprogram/domain/people/queue-kinds';
import type { TransferState } from '../../../../miniprogram/domain/transfer/states';
import type { Transfer } from '../../store/records';

interface Waiting {
  readonly states: readonly [TransferState, ...TransferState[]];
  /** Where some wait for somebody else in the same state: for the secretary, or for the graduate's part. */
  readonly waitsFor?: 'college';
}

/** How a transfer stands that asks this of the college. */
const WAITING_AS: Readonly<Record<DeskKind, Waiting>> = {
  approval: { states: ['submitted'], waitsFor: 'college' },
  registration: { states: ['registered'], waitsFor: 'college' },
  refusal: { states: ['refused'] },
  timeout: { states: ['timedOut'] },
  // Online all is done, by the receiver or by the college itself; a letter, or another step on paper, is the college's.
  paper: { states: ['accepted', 'recorded'], waitsFor: 'college' },
};

/** The same, as the records are asked for it. */
export const waitingAs = (
  kind: DeskKind,
): { state: { in: readonly TransferState[] }; waitsFor?: 'college' } => {
  const { states, waitsFor } = WAITING_AS[kind];
  return { state: { in: states }, ...(waitsFor === undefined ? {} : { waitsFor }) };
};

/** Whether all of a kind is the college's turn: such kinds are found in one look together. */
export const isCollegesTurn = (kind: DeskKind): boolean => WAITING_AS[kind].waitsFor === 'college';

/** All other kinds in one look: those whose state alone says what is asked. */
export const BY_STATE_ALONE: readonly TransferState[] = DESK_KINDS.filter(
  (kind) => !isCollegesTurn(kind),
).flatMap((kind) => WAITING_AS[kind].states);

/** Undefined where nothing is asked of the college. */
export const deskKindOf = (transfer: Pick<Transfer, 'state' | 'waitsFor'>): DeskKind | undefined =>
  DESK_KINDS.find((kind) => {
    const { states, waitsFor = transfer.waitsFor } = WAITING_AS[kind];
    return states.includes(transfer.state) && transfer.waitsFor === waitsFor;
  });
