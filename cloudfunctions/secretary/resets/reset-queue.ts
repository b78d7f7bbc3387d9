import { atChinaTime, chinaDay, DAY_MS } from '../../../miniprogram/domain/calendar/china-time';
import type { Response } from '../../../miniprogram/contract';
import { ok } from '../../../miniprogram/domain/errors';
import { resetStateAt } from '../../../miniprogram/domain/transfer/reset-states';
import { subscriptionOf } from '../../_shared/notices/credits';
import type { UseCase } from '../../_shared/calls/entry';
import type { MemberCaller } from '../../_shared/calls/identity';
import { PAGING } from '../../_shared/kernel/policy';
import { forCollege, seasonShown } from '../../_shared/season/season';
import type { ResetRequest } from '../../_shared/store/records';
import { ISSUED_STATES, toIssued } from './issued-request';

type Waiting = Response<'secretary', 'resetQueue'>['waiting'][number];

/** A request issued today was made at most as long ago as it can wait. */
const LOOKBACK_MS = 7 * DAY_MS;

const toWaiting = ({ _id: id, memberId, memberName, ...request }: ResetRequest): Waiting => ({
  id,
  memberId,
  memberName,
  note: request.note,
  requestedAt: request.requestedAt,
  escalatesAt: request.escalatesAt ?? request.requestedAt,
});

/** Of those the secretaries gave out, newest first. */
const issuedToday = (requests: readonly ResetRequest[], now: number) => {
  const today = atChinaTime(chinaDay(now), 0, 0);
  return requests
    .filter(({ issuedAt, handler }) => handler.role === 'secretary' && issuedAt !== null && issuedAt >= today)
    .flatMap((request) => toIssued(request, now))
    .sort((a, b) => b.issuedAt - a.issuedAt);
};

/** Who waits for a code in the own branch, oldest first, and what was issued today. */
export const resetQueue: UseCase<'secretary', 'resetQueue', MemberCaller> = async (ports, { caller }) => {
  const { account, member } = caller;
  const { branchId } = member;
  const { store } = ports;
  const now = ports.clock.now();
  const [season, waiting, issued] = await Promise.all([
    seasonShown(ports),
    store.find('resetRequests', {
      where: { branchId, state: 'waiting' },
      orderBy: ['requestedAt', 'asc'],
      limit: PAGING.queue,
    }),
    // All of a week at once: a branch has few, and they are put in order here.
    store.find('resetRequests', {
      where: { branchId, state: { in: ISSUED_STATES }, requestedAt: { gt: now - LOOKBACK_MS } },
      limit: PAGING.queue * ISSUED_STATES.length,
    }),
  ]);
  return ok({
    branch: { id: branchId, name: member.branchName },
    rulebookId: forCollege(season, member.collegeId).rulebookId,
    waiting: waiting.filter((request) => resetStateAt(request, now) === 'waiting').map(toWaiting),
    issuedToday: issuedToday(issued, now),
    subscription: subscriptionOf(ports, account),
    now,
  });
};
