import type { RouteRule, Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import { routeOf } from '../../../miniprogram/rulebooks';
import { rulebookNamed } from './season';
import type { Transfer } from '../store/records';

/** The rules a stored transfer follows; a missing route is a bug of a release. */
export const rulesOf = (
  transfer: Pick<Transfer, 'rulebookId' | 'wayId' | 'routeId'>,
): { rulebook: Rulebook; route: RouteRule } => {
  const rulebook = rulebookNamed(transfer.rulebookId);
  const route = routeOf(rulebook, transfer.wayId, transfer.routeId);
  if (!route) throw new Error('a stored transfer has a way its rulebook does not offer');
  return { rulebook, route };
};
