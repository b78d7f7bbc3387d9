import { fail, ok } from '../../../miniprogram/domain/errors';
import { OPEN_RESETS, resetStateAt } from '../../../miniprogram/domain/transfer/reset-states';
import { oneMoreToday } from '../../../miniprogram/domain/transfer/per-day';
import { begunAnew } from '../../_shared/kernel/begun';
import type { UseCase } from '../../_shared/calls/entry';
import { asThemselves } from '../../_shared/kernel/actor';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { readPlace } from '../../_shared/notices/place';
import { touchMember } from '../../_shared/store/touch-member';
import { PER_DAY } from '../../_shared/kernel/policy';
import { resetRequestIdOf } from '../../_shared/store/record-ids';
import type { ResetRequest } from '../../_shared/store/records';
import { putRequest, tellChanged } from '../../_shared/resets/change';
import { escalateRequest } from '../../_shared/resets/escalate';
import { latestRequests } from '../../_shared/resets/load';
import { toResetView } from '../../_shared/resets/view';
import { currentSeason } from '../../_shared/season/season';
import { checkText } from '../../_shared/platform/text-check';
import { newRequest, numberAfter } from './new-request';

const isOpen = (request: ResetRequest, now: number): boolean =>
  OPEN_RESETS.includes(resetStateAt(request, now));

/** Asks the secretary for a 重置密码验证码; a secretary's own request, or an escalated one, goes to the teacher at once. */
export const requestResetCode: UseCase<'graduate', 'requestResetCode', OwnerCaller> = async (
  ports,
  { caller, request: { note, escalate = false } },
) => {
  const { account, member, openid } = caller;
  if (!account) return fail('NOT_SIGNED_IN');
  const most = PER_DAY.resetRequests;
  const load = () => Promise.all([latestRequests(ports, member._id, most), readPlace(ports, member)]);
  const [checked, season, read] = await Promise.all([
    checkText(ports, account, 'note', [note]),
    currentSeason(ports),
    load(),
  ]);
  if (!checked.ok) return checked;
  const [[seen]] = read;
  const loaded = begunAnew(load, read);
  const actor = asThemselves(caller);
  if (escalate && seen && resetStateAt(seen, ports.clock.now()) === 'waiting') {
    const escalated = await escalateRequest(ports, seen, { actor, cause: 'asked', reason: note ?? null });
    return escalated.ok ? ok({ resetRequest: toResetView(escalated.data, ports.clock.now()) }) : escalated;
  }
  const asked = await ports.store.transact(async (tx) => {
    const now = ports.clock.now();
    const [requests, place] = await loaded();
    const [last] = requests;
    const number = numberAfter(last);
    // Who answers is decided by the branch as it is: a secretary who leaves touches its people, this one among them.
    const branch = await tx.get('branches', member.branchId);
    const [rivals] = await Promise.all([
      // The last one opens again where it was ended by mistake.
      tx.getMany('resetRequests', [resetRequestIdOf(member._id, number), ...(last ? [last._id] : [])]),
      touchMember(tx, member._id, { asksForCode: true }),
    ]);
    if (rivals.some((one) => one._id !== last?._id || isOpen(one, now))) return fail('RESET_ALREADY_WAITING');
    const before = requests.map(({ requestedAt }) => requestedAt);
    const within = oneMoreToday(before, most, now);
    if (!within.ok) return within;
    const past = escalate ? 'asked' : undefined;
    const facts = { number, note: note ?? null, rulebookId: season.rulebookId, now, past } as const;
    const created = newRequest(member, openid, { branch, college: place.college }, facts);
    const change = { action: 'request', actor } as const;
    return ok({
      changed: putRequest(tx, { request: created, change, now }),
      place: { ...place, branch },
      now,
    });
  });
  if (!asked.ok) return asked;
  const { changed, place, now } = asked.data;
  await tellChanged(ports, changed, place);
  return ok({ resetRequest: toResetView(changed.request, now) });
};
