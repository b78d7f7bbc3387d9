import type { Response } from '../../../miniprogram/contract';
import { ok } from '../../../miniprogram/domain/errors';
import { isShownTo } from '../../../miniprogram/domain/rules/fields/catalogue';
import type { UseCase } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { PAGING } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Transfer } from '../../_shared/store/records';
import { openDesk } from './desk';
import { mayReadWay } from '../scope';
import { approvalsWaiting } from './sources';

type Item = Response<'teacher', 'checkList'>['items'][number];

/** Records of 1.0 know their owner's number only by the roster. */
const numbersOf = async (
  { store }: Ports,
  transfers: readonly Transfer[],
): Promise<ReadonlyMap<string, string>> => {
  const unnumbered = transfers.filter(({ studentNumber }) => studentNumber === undefined);
  const members = await store.getMany(
    'members',
    unnumbered.map(({ memberId }) => memberId),
  );
  return new Map(members.map(({ _id, studentNumber }) => [_id, studentNumber]));
};

/** What is looked up in 智慧团建, person by person: a page of the approvals that wait. */
export const checkList: UseCase<'teacher', 'checkList', CollegeCaller> = async (
  ports,
  { caller, request: { cursor } },
) => {
  const scope = caller.role === 'committee' ? {} : { collegeId: caller.scopeId };
  const { transfers, count } = await approvalsWaiting(ports, {
    scope,
    desk: openDesk(ports, scope),
    after: cursor,
  });
  const shown = transfers.slice(0, PAGING.queuePage);
  const told = shown.filter((transfer) => mayReadWay(caller.role, transfer));
  const numbers = await numbersOf(ports, told);
  const items = told.map((transfer): Item => {
    const { _id: transferId, version, memberId, memberName, branchName, fields, studentNumber } = transfer;
    return {
      transferId,
      version,
      memberName,
      studentNumber: studentNumber ?? numbers.get(memberId) ?? '',
      branchName,
      organisation: (isShownTo(caller.role, 'organisation') && fields.organisation) || null,
    };
  });
  const next = transfers.length > shown.length ? (shown[shown.length - 1]?.queueKey ?? null) : null;
  return ok({ items, next, count: count - (shown.length - told.length), now: ports.clock.now() });
};
