/** Whose approval a submission still needs, in the rulebook's order. */
import { MINUTE_MS } from '../calendar/china-time';
import type { Approver } from '../rules/rulebook/approvals';

/** What an attempt has been asked to have and has got. */
export interface Approvals {
  readonly needed: readonly Approver[];
  readonly given: readonly { readonly by: Approver }[];
}

/** So long who approved may take it back: a slip of the finger, not a change of mind. */
export const UNDO_APPROVAL_MS = 10 * MINUTE_MS;

/**
 * Approvals still to come. Where no secretary can give theirs, the college approves in their place.
 *
 * @param hasSecretary whether somebody other than the graduate is the branch's secretary and has signed in
 */
export const pendingApprovals = ({ needed, given }: Approvals, hasSecretary: boolean): Approver[] => {
  const hasGiven = (approver: Approver): boolean => given.some(({ by }) => by === approver);
  const left = needed.filter((approver) => !hasGiven(approver));
  const present = left.filter((approver) => approver !== 'secretary' || hasSecretary);
  return left.length > 0 && present.length === 0 && !hasGiven('college') ? ['college'] : present;
};
