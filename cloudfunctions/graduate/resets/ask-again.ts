import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { CODE_DID_NOT_OPEN } from '../../../miniprogram/domain/words/unreadable';
import { begunAnew } from '../../_shared/kernel/begun';
import { SYSTEM } from '../../_shared/kernel/actor';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { readPlace } from '../../_shared/notices/place';
import type { Ports } from '../../_shared/platform/ports';
import { putRequest, tellChanged } from '../../_shared/resets/change';
import { latestRequest } from '../../_shared/resets/load';
import { currentSeason } from '../../_shared/season/season';
import { resetRequestIdOf } from '../../_shared/store/record-ids';
import type { ResetRequest } from '../../_shared/store/records';
import { touchMember } from '../../_shared/store/touch-member';
import { newRequest, numberAfter } from './new-request';

/**
 * For a code that does not open. Its request is closed, and the same question goes out again in one transaction: to the
 * secretary, or to the teacher when a teacher had answered. A new request tells them anew; the old one would not.
 * @param seen the request whose code does not open
 */
export const askAgain = async (
  ports: Ports,
  { openid, member }: OwnerCaller,
  seen: ResetRequest,
): Promise<Result<undefined>> => {
  const { rulebookId } = await currentSeason(ports);
  const loaded = begunAnew(() => Promise.all([latestRequest(ports, member._id), readPlace(ports, member)]));
  const asked = await ports.store.transact(async (tx) => {
    const [last, place] = await loaded();
    const number = numberAfter(last);
    const [before, branch, [rival]] = await Promise.all([
      tx.get('resetRequests', seen._id),
      tx.get('branches', member.branchId),
      tx.getMany('resetRequests', [resetRequestIdOf(member._id, number)]),
      touchMember(tx, member._id, { asksForCode: true }),
    ]);
    if (before?.version !== seen.version || last?._id !== seen._id || rival)
      return fail('RESET_ILLEGAL_STEP');
    const now = ports.clock.now();
    const closed: ResetRequest = {
      ...before,
      version: before.version + 1,
      state: 'expired',
      codeSealed: null,
    };
    putRequest(tx, { request: closed, change: { action: 'expire', actor: SYSTEM }, now });
    const past = before.handler.role === 'teacher' ? 'asked-again' : undefined;
    const facts = { number, note: CODE_DID_NOT_OPEN, rulebookId, now, past } as const;
    const created = newRequest(member, openid, { branch, college: place.college }, facts);
    const changed = putRequest(tx, { request: created, change: { action: 'request', actor: SYSTEM }, now });
    return ok({ changed, place: { ...place, branch } });
  });
  if (!asked.ok) return asked;
  const { changed, place } = asked.data;
  await tellChanged(ports, changed, place);
  return ok(undefined);
};
