/** Whom a transfer waits for now: one answer for home, the college's queue, the digest and reminders. */
import type { Approver } from '../rules/rulebook/approvals';
import type { TransferState } from './states';

export const WAITS_FOR = ['graduate', 'secretary', 'college', 'receiver', 'nobody'] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

/** Where the state alone says it. */
const BY_STATE: Readonly<Record<Exclude<TransferState, 'submitted' | 'accepted' | 'recorded'>, WaitsFor>> = {
  planned: 'nobody',
  draft: 'graduate',
  returned: 'graduate',
  approved: 'receiver',
  refused: 'graduate',
  // Only 智慧团建 shows what became of it, and the graduate can look.
  timedOut: 'graduate',
  lapsed: 'graduate',
  registered: 'college',
  withdrawn: 'graduate',
  completed: 'nobody',
};

interface Waiting {
  readonly state: TransferState;
  /** Approvals still to come, in their order. */
  readonly pending: readonly Approver[];
  /** Whom the open steps on paper wait for. */
  readonly paper: WaitsFor;
}

export const waitsForOf = ({ state, pending, paper }: Waiting): WaitsFor => {
  if (state === 'submitted') return pending[0] ?? 'college';
  return state === 'accepted' || state === 'recorded' ? paper : BY_STATE[state];
};
