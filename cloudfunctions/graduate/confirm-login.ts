import { fail, ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { MemberCaller } from '../_shared/identity';

/** Keeps when the graduate first said they can log in to 智慧团建. */
export const confirmLogin: UseCase<'graduate', 'confirmLogin', MemberCaller> = (ports, { caller }) =>
  ports.store.transact(async (tx) => {
    const member = await tx.get('members', caller.member._id);
    if (!member) return fail('NOT_FOUND');
    if (member.loginConfirmedAt !== null) return ok({ loginConfirmedAt: member.loginConfirmedAt });
    const loginConfirmedAt = ports.clock.now();
    tx.put('members', { ...member, loginConfirmedAt, version: member.version + 1 });
    return ok({ loginConfirmedAt });
  });
