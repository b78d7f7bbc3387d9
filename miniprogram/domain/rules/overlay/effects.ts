/** What a new version does to transfers under way. Days, approvals and fields are theirs; words and steps are not. */
import { routeOf, type Rulebook } from '../rulebook/index';

interface Running {
  readonly state: string;
  readonly wayId: string;
  readonly routeId: string;
}

/** completed: nothing but a removed step was left. kept: its route is offered to nobody else any more. */
export type Effect = 'completed' | 'kept';

export const effectOn = (before: Rulebook, after: Rulebook, transfer: Running): Effect | null => {
  const [was, is] = [before, after].map((rulebook) => routeOf(rulebook, transfer.wayId, transfer.routeId));
  if (!was || !is) return null;
  if (transfer.state === 'accepted' && was.offlineSteps.length > 0 && is.offlineSteps.length === 0)
    return 'completed';
  return !was.closed && is.closed === true ? 'kept' : null;
};
