import type { RouteRule, Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import type { ReceiverClock } from '../../../miniprogram/domain/rules/rulebook/timeouts';
import { receiverClockOf } from '../../../miniprogram/domain/rules/deadline';
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

/** The days a receiver has and what becomes of a request nobody answers; null where no clock runs. */
export const clockRulesOf = (
  transfer: Pick<Transfer, 'rulebookId' | 'wayId' | 'routeId' | 'initiatedAt' | 'fields'>,
): Pick<ReceiverClock, 'days' | 'outcome'> | null => {
  const { initiatedAt, fields } = transfer;
  if (initiatedAt === null) return null;
  const { rulebook, route } = rulesOf(transfer);
  const clock = receiverClockOf(rulebook, route, { initiatedAt, region: fields.region?.names });
  return clock && { days: clock.days, outcome: clock.outcome };
};
