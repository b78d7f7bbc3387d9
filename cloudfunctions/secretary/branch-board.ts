import { fail, ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { MemberCaller } from '../_shared/identity';
import { PAGING } from '../_shared/policy';
import { currentSeason } from '../_shared/season';

/** Everybody of the own branch with where their transfer stands, by name. */
export const branchBoard: UseCase<'secretary', 'branchBoard', MemberCaller> = async (ports, { caller }) => {
  const { branchId } = caller.member;
  const { store, clock } = ports;
  const [season, branch, members, transfers] = await Promise.all([
    currentSeason(ports),
    store.get('branches', branchId),
    store.find('members', { where: { branchId }, orderBy: ['name', 'asc'], limit: PAGING.branch }),
    store.find('transfers', { where: { branchId }, limit: PAGING.branch }),
  ]);
  if (!branch) return fail('NOT_FOUND');
  const current = transfers.filter(({ seasonId }) => seasonId === season.id);
  const byMember = new Map(current.map((transfer) => [transfer.memberId, transfer]));
  return ok({
    branch: { id: branch._id, name: branch.name, inviteCode: branch.inviteCode },
    members: members.map(({ _id: id, name, accountId }) => {
      const transfer = byMember.get(id);
      const { state = null, deadlineAt = null } = transfer ?? {};
      return { id, name, bound: accountId !== null, state, deadlineAt };
    }),
    now: clock.now(),
  });
};
