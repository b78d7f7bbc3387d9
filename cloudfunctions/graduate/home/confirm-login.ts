import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { asThemselves } from '../../_shared/kernel/actor';
import type { Ports } from '../../_shared/platform/ports';
import { endSolved, solveOpenRequest } from '../../_shared/resets/solve';
import { headMoveOf } from '../../_shared/store/headcount';
import type { Member } from '../../_shared/store/records';

const confirmed = (member: Member, now: number) => ({
  loginConfirmedAt: now,
  ...headMoveOf(member, { ...member, loginConfirmedAt: now }, now),
});

/** One request while the person is still bound to this WeChat, and as they were seen. */
const confirmAsSeen = async (
  { store }: Ports,
  { openid, member }: OwnerCaller,
  now: number,
): Promise<boolean> => {
  const { _id, recordVersion, version } = member;
  const asSeen = { _id: { in: [_id] }, recordVersion, version, accountId: openid };
  const change = { set: confirmed(member, now), add: { version: 1 } };
  return (await store.changeAll('members', asSeen, change)) > 0;
};

/**
 * Whatever has become of the person meanwhile; refused where they are nobody's any more. A request
 * for a code that is still open ends with it.
 */
const confirmAnew = async (
  ports: Ports,
  caller: OwnerCaller,
): Promise<Result<{ loginConfirmedAt: number }>> => {
  const done = await ports.store.transact(async (tx) => {
    const before = await tx.get('members', caller.member._id);
    if (before?.accountId !== caller.openid) return fail('NOT_FOUND');
    const now = ports.clock.now();
    const actor = asThemselves(caller);
    const loginConfirmedAt = before.loginConfirmedAt ?? now;
    const login = await solveOpenRequest(ports, tx, { member: before, actor, at: now, now });
    if (!login && before.loginConfirmedAt === null)
      tx.put('members', { ...before, ...confirmed(before, now), version: before.version + 1 });
    return ok({ loginConfirmedAt, solved: login?.solved });
  });
  if (!done.ok) return done;
  const { loginConfirmedAt, solved } = done.data;
  await endSolved(ports, solved);
  return ok({ loginConfirmedAt });
};

/** Keeps when the graduate first said they can log in to 智慧团建. */
export const confirmLogin: UseCase<'graduate', 'confirmLogin', OwnerCaller> = async (ports, { caller }) => {
  const { loginConfirmedAt, asksForCode } = caller.member;
  if (asksForCode !== false) return confirmAnew(ports, caller);
  if (loginConfirmedAt !== null) return ok({ loginConfirmedAt });
  const now = ports.clock.now();
  return (await confirmAsSeen(ports, caller, now))
    ? ok({ loginConfirmedAt: now })
    : confirmAnew(ports, caller);
};
