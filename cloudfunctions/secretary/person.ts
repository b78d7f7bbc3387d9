import { fail, ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { MemberCaller } from '../_shared/identity';
import { personOf } from '../_shared/people/person';
import { currentSeason } from '../_shared/season';

/** One person of the own branch; whether a contact is kept is the college's business. */
export const person: UseCase<'secretary', 'person', MemberCaller> = async (
  ports,
  { caller, request: { memberId } },
) => {
  const [member, season] = await Promise.all([ports.store.get('members', memberId), currentSeason(ports)]);
  if (member?.branchId !== caller.member.branchId) return fail('NOT_FOUND', 'memberId');
  const view = await personOf(ports, member, season);
  const transfer = view.transfer && { ...view.transfer, hasContact: false };
  return ok({ person: { ...view, transfer }, rulebookId: season.rulebookId, now: ports.clock.now() });
};
