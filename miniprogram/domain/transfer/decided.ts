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

/** States in which no approval of the college counts any more, or none was given yet. */
const NO_MORE: readonly TransferState[] = [
  'planned',
  'draft',
  'submitted',
  'returned',
  'withdrawn',
  'registered',
];

/**
 * Whether the college approved this attempt or recorded it. Its approval in the place of a missing secretary counts, too;
 * where the rules ask for the secretary's approval alone, that one counts. Somebody who arrived by the list of 智慧团建, or
 * was refused before anybody approved, was not decided by the college.
 */
export const isDecided = ({ state, approvals, steps, attempt }: Decidable): boolean => {
  if (NO_MORE.includes(state)) return false;
  const { needed, given } = approvals;
  const approved = given.some(({ by }) => by === 'college' || !needed.includes('college'));
  return approved || steps.some((entry) => entry.step === 'record' && entry.attempt === attempt);
};
