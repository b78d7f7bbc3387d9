import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { OwnerCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
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

/** Whatever has become of the person meanwhile; refused where they are nobody's any more. */
const confirmAnew = (
  { store, clock }: Ports,
  { openid, member }: OwnerCaller,
): Promise<Result<{ loginConfirmedAt: number }>> =>
  store.transact(async (tx) => {
    const before = await tx.get('members', member._id);
    if (before?.accountId !== openid) return fail('NOT_FOUND');
    if (before.loginConfirmedAt !== null) return ok({ loginConfirmedAt: before.loginConfirmedAt });
    const now = clock.now();
    tx.put('members', { ...before, ...confirmed(before, now), version: before.version + 1 });
    return ok({ loginConfirmedAt: now });
  });

/** Keeps when the graduate first said they can log in to 智慧团建. */
export const confirmLogin: UseCase<'graduate', 'confirmLogin', OwnerCaller> = async (ports, { caller }) => {
  const { loginConfirmedAt } = caller.member;
  if (loginConfirmedAt !== null) return ok({ loginConfirmedAt });
  const now = ports.clock.now();
  return (await confirmAsSeen(ports, caller, now))
    ? ok({ loginConfirmedAt: now })
    : confirmAnew(ports, caller);
};
