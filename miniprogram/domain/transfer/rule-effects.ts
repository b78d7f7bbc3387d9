/** What a new version does to transfers under way. Days, approvals and fields are theirs; words and steps are not. */
import { isPaperLeft, offlineStandings, type OfflineTick } from './offline';
import type { TransferState } from './states';
import { routeOf, type Rulebook } from '../rules/rulebook/index';
import { offlineStepsOf } from '../rules/rulebook/offline-steps';

interface Running {
  readonly state: TransferState;
  readonly wayId: string;
  readonly routeId: string;
  readonly fields: { readonly organisation?: string | undefined };
  readonly offline: readonly OfflineTick[];
}

/** completed: nothing but a removed step was left. kept: its route is offered to nobody else any more. */
export type Effect = 'completed' | 'kept';

export const effectOn = (before: Rulebook, after: Rulebook, transfer: Running): Effect | null => {
  const [was, is] = [before, after].map((rulebook) => routeOf(rulebook, transfer.wayId, transfer.routeId));
  if (!was || !is) return null;
  const { state, fields, offline } = transfer;
  const paper = { state, organisation: fields.organisation, offline };
  const isLeftBy = (rulebook: Rulebook, route: typeof was): boolean =>
    isPaperLeft(offlineStandings(offlineStepsOf(rulebook, route), paper));
  if (state === 'accepted' && isLeftBy(before, was) && !isLeftBy(after, is)) return 'completed';
  return !was.closed && is.closed === true ? 'kept' : null;
};
