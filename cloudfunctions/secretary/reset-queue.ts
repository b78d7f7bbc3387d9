import { atChinaTime, chinaDay, DAY_MS } from '../../miniprogram/domain/china-time';
import type { Response } from '../../miniprogram/domain/contract';
import { ok } from '../../miniprogram/domain/errors';
import { subscriptionOf } from '../_shared/credits';
import type { UseCase } from '../_shared/entry';
import type { MemberCaller } from '../_shared/identity';
import { PAGING } from '../_shared/policy';
import { toIssued } from './issued-request';

type Waiting = Response<'secretary', 'resetQueue'>['waiting'][number];

const ANSWERED = ['issued', 'revealed', 'solved', 'failed', 'expired'] as const;
/** A request issued today was made at most as long ago as it can wait. */
const LOOKBACK_MS = 7 * DAY_MS;

/** Who waits for a code in the own branch, oldest first, and what was issued today. */
export const resetQueue: UseCase<'secretary', 'resetQueue', MemberCaller> = async (ports, { caller }) => {
  const { account, member } = caller;
  const { branchId } = member;
  const { store } = ports;
  const now = ports.clock.now();
  const today = atChinaTime(chinaDay(now), 0, 0);
  const [waiting, ...answered] = await Promise.all([
    store.find('resetRequests', {
      where: { branchId, state: 'waiting' },
      orderBy: ['requestedAt', 'asc'],
      limit: PAGING.queue,
    }),
    ...ANSWERED.map((state) =>
      store.find('resetRequests', {
        where: { branchId, state, requestedAt: { gt: now - LOOKBACK_MS } },
        orderBy: ['requestedAt', 'desc'],
        limit: PAGING.queue,
      }),
    ),
  ]);
  const issuedToday = answered
    .flat()
    .filter(({ issuedAt, handler }) => handler.role === 'secretary' && issuedAt !== null && issuedAt >= today)
    .flatMap((request) => toIssued(request, now))
    .sort((a, b) => b.issuedAt - a.issuedAt);
  const toWaiting = ({
    _id: id,
    memberName,
    note,
    requestedAt,
    escalatesAt,
  }: (typeof waiting)[number]): Waiting => ({
    id,
    memberName,
    note,
    requestedAt,
    escalatesAt: escalatesAt ?? requestedAt,
  });
  return ok({
    branch: { id: branchId, name: member.branchName },
    waiting: waiting.map(toWaiting),
    issuedToday,
    subscription: subscriptionOf(ports, account),
    now,
  });
};
