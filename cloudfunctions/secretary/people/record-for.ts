/** For classmates who have not acted yet. Nobody records their own this way: the own transfer is the graduate's. */
import { fail } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { MemberCaller } from '../../_shared/calls/identity';
import { recordManyFor } from '../../_shared/transfers/many-on-behalf';
import { recordStartFor, recordWayFor, type Recorder } from '../../_shared/transfers/on-behalf';

const recorderOf = ({ account, member }: MemberCaller): Recorder => ({
  account,
  actor: actingAs(account, 'secretary', member.name),
  mayActFor: ({ branchId }) => branchId === member.branchId,
});

export const recordWay: UseCase<'secretary', 'recordWay', MemberCaller> = async (
  ports,
  { caller, request },
) =>
  request.memberId === caller.member._id
    ? fail('FORBIDDEN')
    : recordWayFor(ports, recorderOf(caller), request);

export const recordStart: UseCase<'secretary', 'recordStart', MemberCaller> = async (
  ports,
  { caller, request },
) =>
  request.memberId === caller.member._id
    ? fail('FORBIDDEN')
    : recordStartFor(ports, recorderOf(caller), request);

export const recordMany: UseCase<'secretary', 'recordMany', MemberCaller> = async (
  ports,
  { caller, request },
) =>
  request.memberIds.includes(caller.member._id)
    ? fail('FORBIDDEN')
    : recordManyFor(ports, recorderOf(caller), request);
