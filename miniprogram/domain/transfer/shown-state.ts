/** A transfer's state as a tag names it: with who in the school acted, where that is not the college. */
import type { Approver } from '../rules/rulebook/approvals';
import type { Actor } from '../rules/roles';
import { TRANSFER_STATES, type TransferState } from './states';
import type { TransferStep } from './steps';
import type { WaitsFor } from './waits-for';

export const SHOWN_STATES = [
  ...TRANSFER_STATES,
  /** Nothing has begun. */
  'none',
  /** Submitted, and the branch secretary approves first. */
  'with-secretary',
  /** Approved by the branch secretary, where the rules ask nobody else. */
  'approved-by-secretary',
  'returned-by-secretary',
  /** Sent back by the system before the school had approved: no receiver ever had it. */
  'lapsed-at-school',
  /** The college ended it: nothing will come of it. */
  'closed',
] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

interface Entry {
  readonly step: string;
  readonly by: { readonly role: Actor };
  readonly attempt: number;
}

interface Seen {
  readonly state: TransferState;
  readonly waitsFor: WaitsFor;
  /** Approvals still to come. */
  readonly pending: readonly Approver[];
  readonly timeline: readonly Entry[];
}

interface Past {
  readonly attempt: number;
  readonly endedAs: TransferState;
}

/** Steps that lead to `approved` or `returned`. */
const DECIDING: readonly string[] = ['approve', 'return', 'reopen', 'confirm-here'] satisfies TransferStep[];

const decided = (state: 'approved' | 'returned', timeline: readonly Entry[]): ShownState => {
  const [last] = timeline.filter(({ step }) => DECIDING.includes(step)).slice(-1);
  return last?.by.role === 'secretary' ? `${state}-by-secretary` : state;
};

/** Steps that lead to `withdrawn`. */
const TAKING_BACK: readonly string[] = ['withdraw', 'change-situation', 'close'] satisfies TransferStep[];

const isClosed = (timeline: readonly Entry[]): boolean =>
  timeline.filter(({ step }) => TAKING_BACK.includes(step)).slice(-1)[0]?.step === 'close';

export const shownState = (transfer: Seen | null | undefined): ShownState => {
  if (!transfer) return 'none';
  const { state, waitsFor, pending, timeline } = transfer;
  if (state === 'submitted') return waitsFor === 'secretary' ? 'with-secretary' : state;
  if (state === 'lapsed') return pending.length > 0 ? 'lapsed-at-school' : state;
  if (state === 'withdrawn') return isClosed(timeline) ? 'closed' : state;
  return state === 'approved' || state === 'returned' ? decided(state, timeline) : state;
};

/** How an earlier attempt ended, in the same way. */
export const shownEnd = ({ attempt, endedAs }: Past, timeline: readonly Entry[]): ShownState =>
  endedAs === 'approved' || endedAs === 'returned'
    ? decided(
        endedAs,
        timeline.filter((entry) => entry.attempt === attempt),
      )
    : endedAs;
