import type { RouteRule, Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import { routeOf } from '../../../miniprogram/rulebooks';
import { rulebookNamed } from './season';
import { currentIdOf } from './published';
import type { Transfer } from '../store/records';

type Following = Pick<Transfer, 'rulebookId' | 'collegeId' | 'wayId' | 'routeId'>;

/** The id of the rules a stored transfer follows, as they are published now. */
export const rulebookIdOf = ({ rulebookId, collegeId }: Omit<Following, 'wayId' | 'routeId'>): string =>
  currentIdOf(rulebookId, collegeId);

/**
 * The rules a stored transfer follows; a missing route is a bug of a release. What an attempt was begun under, its days,
 * outcome, approvals and fields, stands in the record itself.
 */
export const rulesOf = (transfer: Following): { rulebook: Rulebook; route: RouteRule } => {
  const rulebook = rulebookNamed(rulebookIdOf(transfer));
  const route = routeOf(rulebook, transfer.wayId, transfer.routeId);
  if (!route) throw new Error('a stored transfer has a way its rulebook does not offer');
  return { rulebook, route };
};
