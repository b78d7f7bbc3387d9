import type { RouteRule, Rulebook } from '../../../miniprogram/domain/rulebook';
import { routeOf } from '../../../miniprogram/rulebooks';
import { rulebookNamed } from '../season';
import type { Ports } from '../ports';
import type { Transfer } from '../records';

/** The member's transfer that was begun last; the caller compares its season. */
export const latestTransfer = async ({ store }: Ports, memberId: string): Promise<Transfer | undefined> => {
  const [transfer] = await store.find('transfers', {
    where: { memberId },
    orderBy: ['createdAt', 'desc'],
    limit: 1,
    strict: true,
  });
  return transfer;
};

/** The rules a stored transfer follows; a missing route is a bug of a release. */
export const rulesOf = (
  transfer: Pick<Transfer, 'rulebookId' | 'wayId' | 'routeId'>,
): { rulebook: Rulebook; route: RouteRule } => {
  const rulebook = rulebookNamed(transfer.rulebookId);
  const route = routeOf(rulebook, transfer.wayId, transfer.routeId);
  if (!route) throw new Error('a stored transfer has a way its rulebook does not offer');
  return { rulebook, route };
};
