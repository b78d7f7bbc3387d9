/** 学院办好: the college has done its part of what is under way now, whoever reported what came of it. */
import type { Approvals } from './approving';
import type { TransferState } from './states';

interface Decidable {
  readonly state: TransferState;
  readonly approvals: Approvals;
  /** Of all attempts, oldest first. */
  readonly steps: readonly { readonly step: string; readonly attempt: number }[];
  readonly attempt: number;
}

/** What takes back or ends what the college has approved. */
const NO_MORE: readonly TransferState[] = [
  'planned',
  'draft',
  'submitted',
  'returned',
  'withdrawn',
  'registered',
];

/**
 * The college approved this attempt, also in the place of a secretary who is not there, or recorded it. Where the rules
 * ask the branch secretary alone, theirs is the school's part. Who arrived by the list of 智慧团建, or was refused before
 * anybody approved, is nothing the college did.
 */
export const isDecided = ({ state, approvals, steps, attempt }: Decidable): boolean => {
  if (NO_MORE.includes(state)) return false;
  const { needed, given } = approvals;
  const approved = given.some(({ by }) => by === 'college' || !needed.includes('college'));
  return approved || steps.some((entry) => entry.step === 'record' && entry.attempt === attempt);
};
